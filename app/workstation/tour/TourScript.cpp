#include "workstation/tour/TourScript.h"

#include "workstation/Workplace.h"
#include "workstation/tour/TourLook.h"

namespace yichuang {

namespace {

using namespace tour;

constexpr int scanLimit = 60000; // ms
constexpr int syncLimit = 120000;

Press press(const char *chord)
{
    return {QLatin1String(chord)};
}

Type type(const char *text)
{
    return {QString::fromUtf8(text)};
}

// The steps of one station, over its workplace.
class Script
{
public:
    Script(Workplace &workplace, QString commands)
        : m_workplace(workplace)
        , m_commands(std::move(commands))
    {}

    Run lay(const char *person) const
    {
        return {{m_commands + QStringLiteral("/card"), QLatin1String(person)}};
    }
    Run line(const char *state) const
    {
        return {{m_commands + QStringLiteral("/line"), QLatin1String(state)}};
    }

    void step(const char *name, std::vector<TourAction> actions, std::function<bool()> reached,
              int limit = 20000)
    {
        m_steps.push_back({QLatin1String(name), std::move(actions), std::move(reached), true, limit});
    }

    void signIn(const char *number)
    {
        Workplace &place = m_workplace;
        step("sign-in", {},
             [&place] { return areDevicesReady(place) && tour::hasFocus(QStringLiteral("staffNumber")); });
        step("empty-window", {type(number), press("Tab"), type("yichuang"), press("Return")},
             [&place] { return isShown(place, QStringLiteral("intakePage")); });
    }

    void readCard(const char *person)
    {
        Workplace &place = m_workplace;
        step("card-read", {press("F2"), lay(person)},
             [&place] { return hasCard(place, QStringLiteral("applicant")); });
    }

    void findItem(const char *letters, const char *item)
    {
        Workplace &place = m_workplace;
        step("item-search", {press("ctrl+l"), type(letters)},
             [&place] { return isShown(place, QStringLiteral("itemHits")); });
        step("item-chosen", {press("Return")},
             [&place, item] { return place.flow().draft().items == QStringList(QLatin1String(item)); });
    }

    void fill(const QHash<QString, QString> &answers)
    {
        Workplace &place = m_workplace;
        const While filling{[&place, answers] { return nextAnswer(place, answers); }};
        step(
            "form-filled", {filling}, [&place, answers] { return nextAnswer(place, answers).empty(); },
            60000);
    }

    void scanTwo()
    {
        Workplace &place = m_workplace;
        step("materials", {press("F8")},
             [&place] { return isShown(place, QStringLiteral("materialsPage")); });
        step(
            "first-scan", {press("F8")}, [&place] { return pages(place) == 1 && isSaved(place); }, scanLimit);
        step(
            "second-scan", {press("F8")}, [&place] { return pages(place) == 2 && isSaved(place); },
            scanLimit);
        step("filed-by-digit", {press("3")},
             [&place] { return linesWithPages(place) == 2 && isSaved(place); });
        step("verdict-before", {press("F9")},
             [&place] { return isShown(place, QStringLiteral("intakePage")); });
    }

    void accept()
    {
        Workplace &place = m_workplace;
        const While checking{[&place] { return nextCheck(place); }};
        step("verdict-ready", {checking}, [&place] { return isReady(place); });
        step(
            "accepted", {press("F9")}, [&place] { return isAccepted(place) && arePapersDone(place); }, 60000);
        step("cases", {press("alt+3")}, [&place] { return isShown(place, QStringLiteral("caseDetail")); });
    }

    void waitUntilSent()
    {
        Workplace &place = m_workplace;
        step(
            "all-sent", {press("F5")},
            [&place] {
                const SyncStatus &status = place.station().sync().status();
                return status.line == LineCondition::Up && status.outbox.unsentEvents == 0 &&
                       status.outbox.unsentPages == 0 && !status.running;
            },
            syncLimit);
    }

    std::vector<TourStep> steps() { return std::move(m_steps); }

private:
    Workplace &m_workplace;
    QString m_commands;
    std::vector<TourStep> m_steps;
};

} // namespace

std::vector<TourStep> hallSteps(Workplace &workplace, const QString &commands)
{
    Script script(workplace, commands);
    script.signIn("0317");
    script.readCard("luo");
    script.findItem("bdczy", "real-estate-sale");
    script.step("situation", {press("1")},
                [&workplace] { return !workplace.flow().draft().situation.isEmpty(); });
    script.step("second-card", {press("ctrl+Down"), press("F2"), script.lay("tan")},
                [&workplace] { return hasCard(workplace, QStringLiteral("transferor")); });
    script.fill({{QStringLiteral("person.phone"), QStringLiteral("13900000018")},
                 {QStringLiteral("property.sharing"), QStringLiteral("1")},
                 {QStringLiteral("transferor.phone"), QStringLiteral("13900000026")},
                 {QStringLiteral("property.certificateNo"), QStringLiteral("DEMO-2019-0004217")},
                 {QStringLiteral("property.location"), QStringLiteral("示例路 18 号 3 栋 502")},
                 {QStringLiteral("property.area"), QStringLiteral("96.42")},
                 {QStringLiteral("property.use"), QStringLiteral("1")},
                 {QStringLiteral("deal.price"), QStringLiteral("418000")},
                 {QStringLiteral("deal.payment"), QStringLiteral("1")},
                 {QStringLiteral("delivery.method"), QStringLiteral("2")},
                 {QStringLiteral("delivery.address"), QStringLiteral("示例路 18 号 3 栋 502")},
                 {QStringLiteral("delivery.receiver"), QStringLiteral("罗晓芬")},
                 {QStringLiteral("delivery.phone"), QStringLiteral("13900000018")}});
    script.scanTwo();
    script.accept();
    script.waitUntilSent();
    script.step("paused", {press("F12")}, [&workplace] { return workplace.station().session().isLocked(); });
    script.step("continued", {type("yichuang"), press("Return")},
                [&workplace] { return !workplace.station().session().isLocked(); });
    return script.steps();
}

std::vector<TourStep> villageSteps(Workplace &workplace, const QString &commands)
{
    Script script(workplace, commands);
    script.signIn("1701");
    script.readCard("long");
    script.findItem("gljt", "aged-allowance");
    script.fill({{QStringLiteral("person.phone"), QStringLiteral("13900000034")},
                 {QStringLiteral("aged.band"), QStringLiteral("1")},
                 {QStringLiteral("aged.domicileHere"), QStringLiteral("1")},
                 {QStringLiteral("aged.otherAllowance"), QStringLiteral("2")},
                 {QStringLiteral("account.bank"), QStringLiteral("示例农商银行")},
                 {QStringLiteral("account.number"), QStringLiteral("6200000000000000018")}});
    script.scanTwo();
    script.accept();
    script.step("line-back", {script.line("up")}, [] { return true; });
    script.waitUntilSent();
    return script.steps();
}

} // namespace yichuang
