#pragma once

#include <QJsonValue>
#include <QWidget>

class QVBoxLayout;

namespace yichuang::intakeui {

// One question of an item's situation guide, as the screen asks it.
struct QuestionView
{
    struct Option
    {
        QJsonValue value;
        QString label;
        bool operator==(const Option &) const = default;
    };
    QString id;
    QString text;
    QList<Option> options;
    QJsonValue answer{QJsonValue::Undefined};
    bool operator==(const QuestionView &) const = default;
};

// The item's questions, each with its options as keys: 1-9 picks, ← → move. An answer changes the material
// list and the form at once.
class SituationBar final : public QWidget
{
    Q_OBJECT
public:
    explicit SituationBar(QWidget *parent = nullptr);

    void show(const QList<QuestionView> &questions);
    void focusQuestion(const QString &id);

Q_SIGNALS:
    void answered(const QString &question, const QJsonValue &answer);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildRow(const QuestionView &question);

    QList<QuestionView> m_questions;
    QVBoxLayout *m_layout;
};

} // namespace yichuang::intakeui
