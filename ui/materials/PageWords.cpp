#include "ui/materials/PageWords.h"

#include <QCoreApplication>
#include <QTransform>

namespace yichuang {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(yichuang::PageWords)
};

QString faultOf(PageFileFault fault)
{
    switch (fault) {
    case PageFileFault::Unreadable:
        return Words::tr("The file cannot be read.");
    case PageFileFault::Empty:
        return Words::tr("The file is empty.");
    case PageFileFault::TooLarge:
        return Words::tr("The file is larger than %1 MB.").arg(maximumPageFileBytes / (1024LL * 1024));
    case PageFileFault::TooManyPixels:
        return Words::tr("The picture has more points than a page may have.");
    case PageFileFault::UnknownKind:
        return Words::tr("Only JPEG, PNG and PDF files can be imported.");
    case PageFileFault::Damaged:
        return Words::tr("The file is damaged or not complete.");
    case PageFileFault::Locked:
        return Words::tr("The PDF is protected by a password.");
    case PageFileFault::Active:
        return Words::tr("The PDF holds a script or an embedded file.");
    }
    return {};
}

} // namespace

QString groupWords(const PageGroup &group)
{
    if (group.number == 0)
        return Words::tr("Not filed yet");
    return QStringLiteral("%1 %2").arg(group.number).arg(group.name);
}

QString pictureWords(PageImages::State state)
{
    if (state == PageImages::State::NoPicture)
        return QStringLiteral("PDF");
    return state == PageImages::State::Failed ? Words::tr("No picture") : QString();
}

// What happened, what to do, what is not lost.
QString faultWords(const QString &fileName, PageFileFault fault)
{
    return Words::tr("%1 was not imported. %2 Choose another file; the pages that are here are kept.")
        .arg(fileName, faultOf(fault));
}

QString lineWords(const ChecklistLine &line)
{
    if (line.pages > 0 && line.state != LineState::Deferred)
        return Words::tr("%n page(s)", nullptr, line.pages);
    switch (line.state) {
    case LineState::Missing:
        return line.required ? Words::tr("missing") : Words::tr("if there is one");
    case LineState::Complete:
        return Words::tr("complete");
    case LineState::Reused:
        return Words::tr("licence reused");
    case LineState::Exempted:
        return Words::tr("exempt");
    case LineState::Deferred:
        return line.due.isValid() ? Words::tr("may follow until %1").arg(line.due.toString(u"MM-dd"))
                                  : Words::tr("may follow");
    }
    return {};
}

QString sizeWords(qint64 bytes)
{
    constexpr double kilo = 1024;
    if (bytes < 1024LL * 1024)
        return QStringLiteral("%1 KB").arg(
            std::max<qint64>(bytes > 0 ? 1 : 0, qRound64(static_cast<double>(bytes) / kilo)));
    return QStringLiteral("%1 MB").arg(static_cast<double>(bytes) / (kilo * kilo), 0, 'f', 1);
}

QImage turned(const QImage &image, int degrees)
{
    return degrees == 0 || image.isNull() ? image : image.transformed(QTransform().rotate(degrees));
}

} // namespace yichuang
