#pragma once

#include "intake/DraftDocument.h"

#include <QJsonArray>

namespace yichuang::test {

inline DraftPage samplePage(int id)
{
    DraftPage page;
    page.id = id;
    page.blob = Digest::of(QByteArray::number(id));
    page.size = 1000 + id;
    page.mediaType = QStringLiteral("image/png");
    page.origin = QStringLiteral("scan");
    page.at = QStringLiteral("2026-11-23T02:42:10.123Z");
    return page;
}

// A draft in which every field holds something other than its default. All persons are invented.
inline DraftDocument sampleDraft()
{
    DraftDocument draft;
    draft.id = DraftId(QUuid(QStringLiteral("01975000-0000-7000-8000-000000000001")));
    draft.createdAt = QStringLiteral("2026-11-23T02:40:00.000Z");
    draft.handedOverAt = QStringLiteral("2026-11-23T02:41:00.000Z");
    Party person{QStringLiteral("applicant"),
                 QStringLiteral("person"),
                 QStringLiteral("罗晓芬"),
                 QStringLiteral("111"),
                 QStringLiteral("430407198603122043"),
                 QStringLiteral("2"),
                 QStringLiteral("1986-03-12"),
                 QStringLiteral("01"),
                 QStringLiteral("示例路 1 号"),
                 QStringLiteral("13800006021"),
                 QStringLiteral("2036-05-01"),
                 QStringLiteral("card")};
    draft.parties.append({person, QStringLiteral("reader-out-of-order")});
    draft.items = {QStringLiteral("demo.item")};
    draft.itemVersions.insert(QStringLiteral("demo.item"), QStringLiteral("3"));
    draft.bundle = QStringLiteral("demo.bundle");
    draft.situation.insert(QStringLiteral("kind"), QStringLiteral("sale"));
    draft.answers.insert(QStringLiteral("person.name"),
                         {QStringLiteral("罗晓芬"), QStringLiteral("card"), draft.createdAt,
                          QStringLiteral("罗小芬"), QStringLiteral("history")});
    draft.answers.insert(
        QStringLiteral("price"),
        {58600000, QStringLiteral("manual"), draft.createdAt, QJsonValue(QJsonValue::Undefined), {}});
    DraftMaterial material;
    material.line = QStringLiteral("contract");
    material.state = LineState::Deferred;
    material.pages = {samplePage(1), samplePage(2), samplePage(3)};
    material.pages[1].rotation = 270;
    material.pages[1].note = QStringLiteral("原件即如此");
    material.form = QStringLiteral("original");
    material.count = 2;
    material.ground = QStringLiteral("ground");
    material.reference = QStringLiteral("reference");
    material.due = QDate(2026, 11, 27);
    draft.materials.insert(material.line, material);
    draft.visits.append({QStringLiteral("submit"), QStringLiteral("A023"), draft.createdAt});
    draft.focusField = QStringLiteral("price");
    draft.nextPage = 4;
    return draft;
}

} // namespace yichuang::test
