#pragma once

#include "base/Result.h"

#include <QJsonObject>
#include <QList>
#include <QPair>

namespace yichuang {

// What the program says: lines for a person or lines of JSON on the standard output, failures on the standard
// error. What came from a device is shown without control characters, which a terminal would obey.
class ToolOutput
{
public:
    explicit ToolOutput(bool json)
        : m_json(json)
    {}

    // One thing: `text` for a person, `json` for a program.
    void line(const QString &text, const QJsonObject &json);
    void remark(const QString &text); // a sentence for a person; nothing in JSON
    // "V011: a device's line cannot be opened (…)"; in JSON mode also as {"failed": "V011", …}.
    void failure(const Error &error);
    void failure(const QString &sentence);

private:
    bool m_json;
};

} // namespace yichuang
