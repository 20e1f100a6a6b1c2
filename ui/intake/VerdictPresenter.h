#pragma once

#include "intake/ChecklistLine.h"
#include "intake/MatterView.h"
#include "intake/Outcome.h"

#include <QObject>

namespace yichuang {
class IntakeSession;
}

namespace yichuang::intakeui {

// One thing that is still missing, with the place where it is put right.
struct GapView
{
    enum class Jump
    {
        Field,
        Material,
        Situation,
        Person,
        None
    };

    QString what;
    QString why;
    QString how;
    Jump jump = Jump::None;
    QString target; // field key, line code or question
    QString jumpWord;
    bool operator==(const GapView &) const = default;
};

enum class VerdictTone
{
    Nothing,
    Ready,
    ReadyWithDeferred,
    Gaps,
    Impossible
};

// The verdict, the checklist and the committed date in words.
class VerdictPresenter final : public QObject
{
    Q_OBJECT
public:
    explicit VerdictPresenter(IntakeSession &session, QObject *parent = nullptr);

    VerdictTone tone() const { return m_tone; }
    QString headline() const; // "还差 3 项，即可受理"
    QString detail() const;   // ground and where to go, or what was deferred
    const QList<GapView> &gaps() const { return m_gaps; }
    const QList<ChecklistLine> &lines() const
    {
        return m_lines;
    } // missing first, then deferred, then as in the catalogue
    int toBring() const;
    QString lineNote(const ChecklistLine &line) const; // the second line of a row
    QString stateWord(LineState state) const;
    QString lineKeys(const QString &line) const; // the keys that do something to it: "空格 看原件 · Q 容缺"

    QString dueHeadline() const; // "11-30 周一"
    QString dueLimits() const;   // "5 个工作日 · 法定 30 个"
    QString dueSkips() const;    // "跳过周末 2 天"
    QString dueWhole() const;    // every step, for the tooltip and the screen reader

    QString primaryText() const; // of the F9 button
    bool primaryIsReady() const;
    QList<MissingThing> missing() const; // what the one-time notice would list

Q_SIGNALS:
    void changed();

private:
    void refresh();
    QString wantsWord(const ChecklistLine &line) const;

    IntakeSession &m_session;
    VerdictTone m_tone = VerdictTone::Nothing;
    QList<GapView> m_gaps;
    QList<ChecklistLine> m_lines;
    MatterVerdict m_reason;
    int m_deferred = 0;
};

} // namespace yichuang::intakeui
