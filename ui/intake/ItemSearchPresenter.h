#pragma once

#include "ui/intake/ItemHit.h"

#include <QObject>

namespace yichuang {
class Catalog;
class IntakeSession;
class ItemSearch;
} // namespace yichuang

namespace yichuang::intakeui {

// Runs the catalogue's search for the bar and words its hits.
class ItemSearchPresenter final : public QObject
{
    Q_OBJECT
public:
    ItemSearchPresenter(const IntakeSession &session, const Catalog &catalog, const ItemSearch &search,
                        QObject *parent = nullptr);

    const QList<ItemHit> &hits() const { return m_hits; }
    void search(const QString &query);

Q_SIGNALS:
    void changed();

private:
    const IntakeSession &m_session;
    const Catalog &m_catalog;
    const ItemSearch &m_search;
    QList<ItemHit> m_hits;
};

} // namespace yichuang::intakeui
