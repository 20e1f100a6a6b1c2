#pragma once

#include "domain/TimeLimit.h"
#include "intake/MatterView.h"
#include "ui/intake/SituationBar.h"

#include <QString>

namespace yichuang {
class IntakeSession;
} // namespace yichuang

namespace yichuang::intakeui {

class VerdictPresenter;

QString matterTitle(const IntakeSession &session);
QString matterTags(const IntakeSession &session); // "最多跑一次 · 并联：交易、税务、登记"
QList<QuestionView> questionsOf(const IntakeSession &session);
QString firstOpenQuestion(const IntakeSession &session); // empty where all are answered
QString firstMissingLine(const VerdictPresenter &verdict);

// A gap for the verdict and the one-time notice: what, why it is asked for, how it is put right.
QString gapWhat(const MatterGap &gap);
QString gapWhy(const MatterGap &gap);
QString gapHow(const MatterGap &gap);

QString faultWords(FieldFault fault);         // one sentence, with what to do
QString serviceWords(const QString &service); // of the data's word
QString limitWords(const TimeLimit &limit);   // "5 个工作日", "当场办结"

} // namespace yichuang::intakeui
