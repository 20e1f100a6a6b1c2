#pragma once

#include "catalog/Item.h"

// The words by which the data names the values of an enumeration; nullopt for an unknown one.
namespace yichuang::words {

std::optional<WindowKind> windowKind(QStringView word);
std::optional<ServiceClass> serviceClass(QStringView word);
std::optional<CaseKind> caseKind(QStringView word);
std::optional<AdminLevel> adminLevel(QStringView word);
std::optional<SiteAuthority> siteAuthority(QStringView word);
std::optional<MaterialForm> materialForm(QStringView word);
std::optional<FieldType> fieldType(QStringView word);

} // namespace yichuang::words
