#include "SamplePackage.h"

#include "courier/PackageFolder.h"
#include "support/FaultyStick.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace yichuang;
using namespace yichuang::courier;
using test::SamplePackage;

namespace {

template <typename T>
ErrorCode codeOf(const Result<T> &result)
{
    return result ? ErrorCode::StoreClosed : result.error().code;
}

constexpr qint64 volumeBytes = 1100 * 1024;

Result<SignedCover> makeOn(Stick &stick, const SamplePackage &sample, const std::function<bool()> &proceed)
{
    PackageMaker maker(stick, PackageName::of(sample.cover()));
    Result<SignedCover> cover = maker.begin().and_then([&] { return sample.write(maker, volumeBytes); });
    if (cover) {
        if (auto finished = maker.finish(*cover, proceed); !finished)
            cover = passOn(finished);
    }
    return cover;
}

Result<SignedCover> makeOn(Stick &stick, const SamplePackage &sample)
{
    return makeOn(stick, sample, [] { return true; });
}

Result<SignedCover> readFrom(Stick &stick, const PackageName &name)
{
    PackageReader reader(stick, name);
    auto cover = reader.cover();
    if (!cover)
        return cover;
    return checkVolumes(cover->cover, reader).map([&] { return *cover; });
}

} // namespace

class CourierStickTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aPackageLiesOnTheStickUnderItsName();
    void namesAreReadStrictly();
    void whereverTheStickIsPulledOutThereIsNoHalfPackage();
    void whereverItIsFullThereIsNoHalfPackage();
    void aStickThatCannotBeWrittenToSaysSo();
    void whatReadsBackAsSomethingElseIsNoPackage();
    void stoppedWhileItIsReadBackThereIsNoPackage();
    void linksAndOddFilesAreNotRead();
    void aFileThatIsTooLongIsNotRead();
    void aCoverOfAnotherFolderIsNotTaken();
    void thousandsOfFoldersAreNotLookedThrough();

private:
    QString rootOf(const QTemporaryDir &place) const
    {
        return place.filePath(QLatin1String(Stick::rootName));
    }
    SamplePackage m_sample;
};

void CourierStickTest::initTestCase()
{
    initialiseCryptography();
}

void CourierStickTest::aPackageLiesOnTheStickUnderItsName()
{
    const QTemporaryDir place;
    Stick stick(place.path());
    QVERIFY(packagesOn(stick).isEmpty());
    const auto made = makeOn(stick, m_sample);
    QVERIFY(made);
    const PackageName name = PackageName::of(m_sample.cover());
    QCOMPARE(packagesOn(stick), QList{name});
    const auto read = readFrom(stick, name);
    QVERIFY(read);
    QCOMPARE(read->bytes, made->bytes);
    // Names that every filing system takes, and that tell nobody's name.
    QCOMPARE(QDir(rootOf(place)).entryList(QDir::Dirs | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("to-platform-0198c0de000070008000000000000101-0000000007")});
    QCOMPARE_GE(made->cover.volumes.size(), 3);
    QVERIFY(QDir(rootOf(place)).exists(name.toString() + QStringLiteral("/0003.ycv")));
    QVERIFY(stick.remove(name.toString()));
    QVERIFY(packagesOn(stick).isEmpty());
}

void CourierStickTest::namesAreReadStrictly()
{
    const PackageName name{Direction::ToStation, test::sampleDevice, 12};
    QCOMPARE(PackageName::parse(name.toString()), std::optional(name));
    for (const char *text : {"", "to-platform", "to-platform-0198C0DE000070008000000000000101-0000000007",
                             "to-platform-0198c0de000070008000000000000101-7",
                             "to-platform-0198c0de000070008000000000000101-0000000000",
                             "to-nobody-0198c0de000070008000000000000101-0000000007",
                             "to-platform-00000000000000000000000000000000-0000000007",
                             "to-platform-0198c0de000070008000000000000101-0000000007/..",
                             "to-platform-0198c0de000070008000000000000101-0000000007\n",
                             "making-to-platform-0198c0de000070008000000000000101-0000000007"})
        QVERIFY2(!PackageName::parse(QString::fromLatin1(text)), text);
}

void CourierStickTest::whereverTheStickIsPulledOutThereIsNoHalfPackage()
{
    const PackageName name = PackageName::of(m_sample.cover());
    bool reached = true;
    for (int number = 1; reached; ++number) {
        const QTemporaryDir place;
        FaultyStick stick(place.path());
        stick.failAt(number, EIO, true);
        const auto made = makeOn(stick, m_sample);
        reached = stick.heal();
        QCOMPARE(made.has_value(), !reached);
        // There is the whole of it (only told too late) or no package; and a new attempt succeeds.
        for (const PackageName &found : packagesOn(stick))
            QVERIFY2(readFrom(stick, found), qPrintable(QString::number(number)));
        if (made)
            QCOMPARE(packagesOn(stick), QList{name});
        stick.remove(name.toString());
        QVERIFY(makeOn(stick, m_sample));
        QCOMPARE(stick.folders(), QStringList{name.toString()});
        QVERIFY(number < 200);
    }
}

void CourierStickTest::whereverItIsFullThereIsNoHalfPackage()
{
    bool reached = true;
    for (int number = 2; reached; ++number) {
        const QTemporaryDir place;
        FaultyStick stick(place.path());
        stick.failAt(number, ENOSPC, false);
        const auto made = makeOn(stick, m_sample);
        reached = stick.heal();
        if (reached)
            QVERIFY(codeOf(made) == ErrorCode::StickFull || codeOf(made) == ErrorCode::StickReadFailed);
        else
            QVERIFY(made);
        for (const PackageName &found : packagesOn(stick))
            QVERIFY(readFrom(stick, found));
        QVERIFY(number < 200);
    }
}

void CourierStickTest::aStickThatCannotBeWrittenToSaysSo()
{
    const QTemporaryDir place;
    FaultyStick stick(place.path());
    stick.failAt(1, EROFS, true);
    QCOMPARE(codeOf(makeOn(stick, m_sample)), ErrorCode::StickReadOnly);
    stick.heal();
    // A file, or a link to somewhere else, in the place of the folder.
    QFile file(rootOf(place));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(codeOf(makeOn(stick, m_sample)), ErrorCode::StickWriteFailed);
    file.remove();
    const QTemporaryDir elsewhere;
    QVERIFY(QFile::link(elsewhere.path(), rootOf(place)));
    QVERIFY(!makeOn(stick, m_sample));
    QVERIFY(QDir(elsewhere.path()).isEmpty());
    Stick gone(QStringLiteral("/nowhere/at/all"));
    QCOMPARE(codeOf(makeOn(gone, m_sample)), ErrorCode::StickWriteFailed);
    QCOMPARE(codeOf(gone.room()), ErrorCode::StickReadFailed);
}

void CourierStickTest::whatReadsBackAsSomethingElseIsNoPackage()
{
    const QTemporaryDir place;
    FaultyStick stick(place.path());
    const PackageName name = PackageName::of(m_sample.cover());
    bool changed = false;
    // Just before the first thing is read back, a stick that lies gives something else.
    stick.onStep = [&](Stick::Step step) {
        if (step != Stick::Step::Read || std::exchange(changed, true))
            return;
        QFile volume(rootOf(place) + QStringLiteral("/making-") + name.toString() +
                     QStringLiteral("/0002.ycv"));
        QVERIFY(volume.open(QIODevice::ReadWrite) && volume.seek(500) && volume.write("!") == 1);
    };
    QCOMPARE(codeOf(makeOn(stick, m_sample)), ErrorCode::PackageNotAsWritten);
    QVERIFY(changed);
    QVERIFY(packagesOn(stick).isEmpty());
}

void CourierStickTest::stoppedWhileItIsReadBackThereIsNoPackage()
{
    const QTemporaryDir place;
    Stick stick(place.path());
    QCOMPARE(codeOf(makeOn(stick, m_sample, [] { return false; })), ErrorCode::PackageStopped);
    QVERIFY(packagesOn(stick).isEmpty());
}

void CourierStickTest::linksAndOddFilesAreNotRead()
{
    const QTemporaryDir place;
    Stick stick(place.path());
    const PackageName name = PackageName::of(m_sample.cover());
    QVERIFY(makeOn(stick, m_sample));
    const QString folder = rootOf(place) + QLatin1Char('/') + name.toString();
    const QString cover = folder + QStringLiteral("/cover.yc");
    // A link to a file that would be a cover.
    QVERIFY(QFile::rename(cover, place.filePath(QStringLiteral("cover"))));
    QVERIFY(QFile::link(place.filePath(QStringLiteral("cover")), cover));
    QCOMPARE(codeOf(readFrom(stick, name)), ErrorCode::StickReadFailed);
    QFile::remove(cover);
    // A pipe would be waited for for ever.
    QCOMPARE(::mkfifo(QFile::encodeName(cover).constData(), 0600), 0);
    QCOMPARE(codeOf(readFrom(stick, name)), ErrorCode::StickReadFailed);
    QFile::remove(cover);
    QVERIFY(QDir().mkpath(cover));
    QCOMPARE(codeOf(readFrom(stick, name)), ErrorCode::StickReadFailed);
    // A folder that is a link.
    PackageName linked = name;
    linked.serial = 8;
    QVERIFY(QFile::link(folder, rootOf(place) + QLatin1Char('/') + linked.toString()));
    QVERIFY(!packagesOn(stick).contains(linked));
    QCOMPARE(codeOf(readFrom(stick, linked)), ErrorCode::StickReadFailed);
}

void CourierStickTest::aFileThatIsTooLongIsNotRead()
{
    const QTemporaryDir place;
    Stick stick(place.path());
    const PackageName name = PackageName::of(m_sample.cover());
    QVERIFY(makeOn(stick, m_sample));
    const QString folder = rootOf(place) + QLatin1Char('/') + name.toString();
    // A terabyte that takes no room.
    QCOMPARE(::truncate(QFile::encodeName(folder + QStringLiteral("/0001.ycv")).constData(), qint64(1) << 40),
             0);
    QCOMPARE(codeOf(readFrom(stick, name)), ErrorCode::StickReadFailed);
    QCOMPARE(::truncate(QFile::encodeName(folder + QStringLiteral("/0001.ycv")).constData(), 5), 0);
    QCOMPARE(codeOf(readFrom(stick, name)), ErrorCode::PackageDamaged);
}

void CourierStickTest::aCoverOfAnotherFolderIsNotTaken()
{
    const QTemporaryDir place;
    Stick stick(place.path());
    const PackageName name = PackageName::of(m_sample.cover());
    QVERIFY(makeOn(stick, m_sample));
    PackageName other = name;
    other.serial = 99;
    QVERIFY(stick.rename(name.toString(), other.toString()));
    QCOMPARE(codeOf(readFrom(stick, other)), ErrorCode::PackageMalformed);
}

void CourierStickTest::thousandsOfFoldersAreNotLookedThrough()
{
    const QTemporaryDir place;
    Stick stick(place.path());
    QDir root(rootOf(place));
    for (int i = 1; i <= Stick::mostFolders + 100; ++i)
        QVERIFY(root.mkpath(PackageName{Direction::ToPlatform, test::sampleDevice, i}.toString()));
    QCOMPARE(packagesOn(stick).size(), Stick::mostFolders);
}

QTEST_GUILESS_MAIN(CourierStickTest)
#include "tst_courier_stick.moc"
