#pragma once

#include <QByteArray>
#include <QDate>
#include <QString>

namespace yichuang::sdt {

// Reads fields out of a card's text and remembers the name of the first that has a wrong form. Places and
// sizes are bytes.
class CardFields
{
public:
    explicit CardFields(const QByteArray &text);

    // Without the padding on the right. No halves of characters, control or formatting characters.
    QString text(const char *name, int place, int size);
    QString filled(const char *name, int place, int size); // text that is not empty
    QString sex(int place);
    QString nation(int place);
    QDate date(const char *name, int place); // YYYYMMDD, 16 bytes
    // 36 bytes: seventeen digits of which the first is `first` unless that is 0, and a digit or X.
    QString citizenNumber(int place, char16_t first = 0);
    QString letters(const char *name, int place, int size);  // A to Z, the field full
    QString capitals(const char *name, int place, int size); // A to Z and digits; may be empty
    QString padded(int place, int size) const; // as it stands, for fields that continue elsewhere
    char16_t unit(int place) const;

    QString cleaned(const char *name, QString text); // what text() does, for a joined field
    void demand(const char *name, bool holds);
    const QString &wrong() const { return m_wrong; } // empty where every field fits

private:
    QString m_text; // UTF-16 units
    QString m_wrong;
};

} // namespace yichuang::sdt
