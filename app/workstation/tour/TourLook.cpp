#include "workstation/tour/TourLook.h"

#include "workstation/Workplace.h"

#include <QApplication>
#include <QWidget>

#include <algorithm>

namespace yichuang::tour {

namespace {

QString focusedField()
{
    const QWidget *focus = QApplication::focusWidget();
    const QString name = focus ? focus->objectName() : QString();
    return name.startsWith(QStringLiteral("input:")) ? name.mid(6) : QString();
}

bool isAnswered(const Workplace &workplace, const QString &key)
{
    const QJsonValue value = workplace.flow().draft().answers.value(key).value;
    return !value.isUndefined() && !value.isNull() && value != QJsonValue(QString());
}

} // namespace

bool isShown(const Workplace &workplace, const QString &objectName)
{
    const auto *widget = workplace.window().findChild<QWidget *>(objectName);
    return widget && widget->isVisible();
}

bool hasFocus(const QString &objectName)
{
    const QWidget *focus = QApplication::focusWidget();
    return focus && focus->objectName() == objectName;
}

bool isAccepted(const Workplace &workplace)
{
    return workplace.flow().state() == IntakeState::Accepted;
}

bool arePapersDone(const Workplace &workplace)
{
    const QList<IssuedPaper> papers = workplace.flow().papers();
    return !papers.isEmpty() && std::all_of(papers.begin(), papers.end(), [](const IssuedPaper &paper) {
        return paper.state == IssuedPaper::State::Confirmed;
    });
}

bool isReady(const Workplace &workplace)
{
    return workplace.flow().isReady();
}

int linesWithPages(const Workplace &workplace)
{
    const auto materials = workplace.flow().draft().materials;
    return static_cast<int>(
        std::count_if(materials.begin(), materials.end(),
                      [](const DraftMaterial &material) { return !material.pages.isEmpty(); }));
}

bool isSaved(const Workplace &workplace)
{
    return workplace.flow().saveState() == SaveState::Saved;
}

int pages(const Workplace &workplace)
{
    int count = 0;
    const auto materials = workplace.flow().draft().materials;
    for (const DraftMaterial &material : materials)
        count += static_cast<int>(material.pages.size());
    return count;
}

bool hasCard(const Workplace &workplace, const QString &role)
{
    const Party *party = workplace.flow().draft().party(role);
    return party && party->source == u"card";
}

bool areDevicesReady(const Workplace &workplace)
{
    for (const DeviceKind kind : {DeviceKind::IdCardReader, DeviceKind::Scanner, DeviceKind::ReceiptPrinter,
                                  DeviceKind::DocumentPrinter}) {
        const QList<DeviceHost *> hosts = workplace.devices().ofKind(kind);
        const bool isReady = std::any_of(hosts.begin(), hosts.end(), [](const DeviceHost *host) {
            return host->condition().lamp == DeviceLamp::Ready;
        });
        if (!isReady)
            return false;
    }
    return true;
}

std::vector<Hand> nextAnswer(const Workplace &workplace, const QHash<QString, QString> &answers)
{
    const QString field = focusedField();
    if (answers.contains(field) && !isAnswered(workplace, field))
        return {Type{answers.value(field)}, Press{QStringLiteral("Return")}};
    const QList<MatterGap> gaps = workplace.flow().verdict().gaps;
    const auto wanted = std::find_if(
        gaps.begin(), gaps.end(), [&answers](const MatterGap &gap) { return answers.contains(gap.target); });
    if (wanted == gaps.end())
        return {};
    const auto place = wanted - gaps.begin();
    if (place >= 6)
        return {Press{QStringLiteral("Return")}};
    return {Press{QStringLiteral("ctrl+alt+%1").arg(place + 1)}};
}

std::vector<Hand> nextCheck(const Workplace &workplace)
{
    if (isReady(workplace))
        return {};
    return {Press{QStringLiteral("ctrl+j")}, Press{QStringLiteral("space")}};
}

} // namespace yichuang::tour
