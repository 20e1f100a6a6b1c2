#pragma once

#include <QAbstractButton>
#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace yichuang {

// One entry of the navigation rail: icon, word, key, and a neutral count.
class RailButton final : public QAbstractButton
{
    Q_OBJECT

public:
    RailButton(const QString &icon, const QString &word, const QString &key, QWidget *parent);
    void setCount(int count);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    QString m_key;
    int m_count = 0;
};

// The navigation rail at the left, 76 wide.
class Rail final : public QWidget
{
    Q_OBJECT

public:
    explicit Rail(QWidget *parent);

    void addPage(const QString &id, const QString &icon, const QString &word, const QString &key);
    void setCurrent(const QString &id);
    void setCount(const QString &id, int count);
    // Whether the page stands here now; its key works all the same.
    void setOffered(const QString &id, bool offered);

Q_SIGNALS:
    void pageAsked(const QString &id);
    void helpAsked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_layout;
    QHash<QString, RailButton *> m_buttons;
};

} // namespace yichuang
