#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace yichuang {

// The public number of a case, 430422-C17-261123-0012: region, the workstation's segment, business date,
// serial. Given offline without a collision, because only one workstation has a segment in a region. Once
// given it never changes.
struct CaseNumber
{
    QString region;  // six digits
    QString segment; // a capital letter and two digits: W03 a hall's window, C17 a station
    QDate date;      // 2000 to 2099
    int serial = 0;  // 1 … 9999 of that day

    static constexpr int maximumSerial = 9999;

    // nullopt where a part is out of its form.
    static std::optional<CaseNumber> make(const QString &region, const QString &segment, QDate date,
                                          int serial);
    static std::optional<CaseNumber> parse(QStringView text);
    static bool isSegment(QStringView segment);
    static bool isRegion(QStringView region);

    QString toString() const;
    QString shortForm() const; // "W03-1123-0022", as in 石政务受〔2026〕第 W03-1123-0022 号

    bool operator==(const CaseNumber &) const = default;
};

} // namespace yichuang
