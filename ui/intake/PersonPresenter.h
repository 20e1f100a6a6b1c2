#pragma once

#include "domain/Case.h"

#include <QObject>

namespace yichuang {
class Clock;
struct Error;
class IntakeSession;
} // namespace yichuang

namespace yichuang::intakeui {

// Who stands at the window, in words and masked.
class PersonPresenter final : public QObject
{
    Q_OBJECT
public:
    PersonPresenter(IntakeSession &session, const Clock &clock, QObject *parent = nullptr);

    struct Other
    {
        QString role;     // in data
        QString roleWord; // "转让方"
        QString name;
        QString number; // masked
        bool byCard = false;
    };

    bool isKnown() const;
    QString name() const;
    QString about() const;  // "女 · 40 岁 · 汉族"
    QString number() const; // masked, or whole while shown
    QString phone() const;  // masked
    QString address() const;
    QString validity() const; // "有效期至 2036-05-01"
    bool byCard() const;
    QString sourceWord() const; // "身份证读取", "居住证读取", "手工录入"
    QList<Other> others() const;
    QString readerLine() const; // what the reader is doing, or what went wrong
    bool readerFailed() const { return !m_fault.isEmpty(); }
    int visits() const;

    void showWhole(bool whole); // Ctrl+I held

Q_SIGNALS:
    void changed();

private:
    const Party *applicant() const;

    IntakeSession &m_session;
    const Clock &m_clock;
    QString m_fault;
    bool m_whole = false;
};

QString roleWord(const QString &role);

} // namespace yichuang::intakeui
