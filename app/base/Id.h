#pragma once

#include <QHashFunctions>
#include <QString>
#include <QUuid>

namespace yichuang {

// A UUID that cannot be mistaken for the UUID of another kind of thing.
template <typename Tag>
class Id
{
public:
    Id() = default;
    explicit Id(const QUuid &uuid)
        : m_uuid(uuid)
    {}

    bool isNull() const { return m_uuid.isNull(); }
    const QUuid &uuid() const { return m_uuid; }
    // Lower case, no braces: the form on disk, on the wire and on paper.
    QString toString() const { return m_uuid.toString(QUuid::WithoutBraces); }
    // Null where the text is not a UUID in that form.
    static Id fromString(QStringView text)
    {
        const QUuid uuid = QUuid::fromString(text);
        return uuid.toString(QUuid::WithoutBraces) == text ? Id(uuid) : Id();
    }

    bool operator==(const Id &) const = default;
    bool operator<(const Id &other) const { return m_uuid < other.m_uuid; }

private:
    QUuid m_uuid;
};

template <typename Tag>
size_t qHash(const Id<Tag> &id, size_t seed = 0) // clazy:exclude=qhash-namespace
{
    return ::qHash(id.uuid(), seed);
}

using EventId = Id<struct EventTag>;
using CaseId = Id<struct CaseTag>;
using DraftId = Id<struct DraftTag>;
using DeviceId = Id<struct DeviceTag>; // a workstation as the platform knows it

} // namespace yichuang
