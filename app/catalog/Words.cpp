#include "catalog/Words.h"

#include <array>
#include <span>

namespace yichuang {

namespace {

template <typename T>
struct Word
{
    T value;
    QLatin1String text;
};

constexpr std::array windowKinds{
    Word<WindowKind>{WindowKind::Investment, QLatin1String("investment")},
    Word<WindowKind>{WindowKind::RealEstate, QLatin1String("real-estate")},
    Word<WindowKind>{WindowKind::Business, QLatin1String("business")},
    Word<WindowKind>{WindowKind::SocialAffairs, QLatin1String("social")},
    Word<WindowKind>{WindowKind::Convenience, QLatin1String("convenience")},
};
constexpr std::array serviceClasses{
    Word<ServiceClass>{ServiceClass::NoVisit, QLatin1String("no-visit")},
    Word<ServiceClass>{ServiceClass::OnTheSpot, QLatin1String("on-the-spot")},
    Word<ServiceClass>{ServiceClass::WindowThenCourier, QLatin1String("window-courier")},
    Word<ServiceClass>{ServiceClass::OnlineReview, QLatin1String("online-review")},
    Word<ServiceClass>{ServiceClass::HomeVisit, QLatin1String("home-visit")},
};
constexpr std::array caseKinds{
    Word<CaseKind>{CaseKind::Immediate, QLatin1String("immediate")},
    Word<CaseKind>{CaseKind::Committed, QLatin1String("committed")},
};
constexpr std::array adminLevels{
    Word<AdminLevel>{AdminLevel::City, QLatin1String("city")},
    Word<AdminLevel>{AdminLevel::County, QLatin1String("county")},
    Word<AdminLevel>{AdminLevel::Township, QLatin1String("township")},
    Word<AdminLevel>{AdminLevel::Village, QLatin1String("village")},
};
constexpr std::array siteAuthorities{
    Word<SiteAuthority>{SiteAuthority::None, QLatin1String("none")},
    Word<SiteAuthority>{SiteAuthority::Collect, QLatin1String("collect")},
    Word<SiteAuthority>{SiteAuthority::Accept, QLatin1String("accept")},
    Word<SiteAuthority>{SiteAuthority::Decide, QLatin1String("decide")},
};
constexpr std::array materialForms{
    Word<MaterialForm>{MaterialForm::Original, QLatin1String("original")},
    Word<MaterialForm>{MaterialForm::Copy, QLatin1String("copy")},
    Word<MaterialForm>{MaterialForm::OriginalOrCopy, QLatin1String("original-or-copy")},
    Word<MaterialForm>{MaterialForm::OriginalSeen, QLatin1String("original-seen")},
};
constexpr std::array fieldTypes{
    Word<FieldType>{FieldType::Text, QLatin1String("text")},
    Word<FieldType>{FieldType::LongText, QLatin1String("long-text")},
    Word<FieldType>{FieldType::Name, QLatin1String("name")},
    Word<FieldType>{FieldType::Integer, QLatin1String("integer")},
    Word<FieldType>{FieldType::Decimal, QLatin1String("decimal")},
    Word<FieldType>{FieldType::Money, QLatin1String("money")},
    Word<FieldType>{FieldType::Date, QLatin1String("date")},
    Word<FieldType>{FieldType::Choice, QLatin1String("choice")},
    Word<FieldType>{FieldType::Flag, QLatin1String("flag")},
    Word<FieldType>{FieldType::Phone, QLatin1String("phone")},
    Word<FieldType>{FieldType::IdNumber, QLatin1String("id-number")},
    Word<FieldType>{FieldType::CreditCode, QLatin1String("credit-code")},
};

template <typename Table>
auto valueOf(const Table &table, QStringView text) -> std::optional<decltype(table[0].value)>
{
    for (const auto &word : table) {
        if (text == word.text)
            return word.value;
    }
    return std::nullopt;
}

template <typename Table, typename T>
QString textOf(const Table &table, T value)
{
    for (const auto &word : table) {
        if (word.value == value)
            return word.text;
    }
    return {};
}

} // namespace

QString toString(WindowKind kind)
{
    return textOf(windowKinds, kind);
}
QString toString(ServiceClass serviceClass)
{
    return textOf(serviceClasses, serviceClass);
}
QString toString(CaseKind kind)
{
    return textOf(caseKinds, kind);
}
QString toString(AdminLevel level)
{
    return textOf(adminLevels, level);
}
QString toString(SiteAuthority authority)
{
    return textOf(siteAuthorities, authority);
}
QString toString(MaterialForm form)
{
    return textOf(materialForms, form);
}
QString toString(FieldType type)
{
    return textOf(fieldTypes, type);
}

namespace words {

std::optional<WindowKind> windowKind(QStringView word)
{
    return valueOf(windowKinds, word);
}
std::optional<ServiceClass> serviceClass(QStringView word)
{
    return valueOf(serviceClasses, word);
}
std::optional<CaseKind> caseKind(QStringView word)
{
    return valueOf(caseKinds, word);
}
std::optional<AdminLevel> adminLevel(QStringView word)
{
    return valueOf(adminLevels, word);
}
std::optional<SiteAuthority> siteAuthority(QStringView word)
{
    return valueOf(siteAuthorities, word);
}
std::optional<MaterialForm> materialForm(QStringView word)
{
    return valueOf(materialForms, word);
}
std::optional<FieldType> fieldType(QStringView word)
{
    return valueOf(fieldTypes, word);
}

} // namespace words

} // namespace yichuang
