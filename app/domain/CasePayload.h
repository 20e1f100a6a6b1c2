#pragma once

#include "domain/Case.h"

#include <QJsonObject>

// How payloads of EVENTS.md become parts of a case. What is missing or of the wrong type reads as empty:
// an event that was accepted into a log is never refused by the fold.
namespace yichuang::payload {

QString text(const QJsonObject &payload, const char *key);
QDate date(const QJsonObject &payload, const char *key); // null where it is none
LineState lineState(const QString &name);

Party party(const QString &role, const QJsonObject &payload);
PrintedPaper paper(const QJsonObject &payload);

// The manifest tells which events and pages were meant; two acceptances of different manifests agree.
QJsonObject withoutManifest(QJsonObject payload);

void readOpening(const QJsonObject &payload, Case &into);
void readAcceptance(const QJsonObject &payload, Case &into);
void readRoute(const QJsonObject &payload, Case &into);
void readDecision(const QJsonObject &payload, Case &into);
void readResult(const QJsonObject &payload, Case &into);
void assignAnswer(const QString &key, const QJsonValue &value, Case &into); // null removes it
void assignParty(const Party &party, Case &into);                           // the applicant first

} // namespace yichuang::payload
