#include "catalog/Pinyin.h"

#include "domain/Text.h"

#include <QHash>

#include <memory>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <mutex>

namespace yichuang {

namespace {

// Characters of the counters' words with a second reading.
const QHash<QChar, QList<QByteArray>> &otherReadings()
{
    static const QHash<QChar, QList<QByteArray>> table{
        {u'行', {"hang", "xing"}},
        {u'长', {"zhang", "chang"}},
        {u'重', {"chong", "zhong"}},
        {u'会', {"kuai", "hui"}},
        {u'车', {"ju", "che"}},
        {u'调', {"tiao", "diao"}},
        {u'率', {"lv", "lu", "shuai"}},
        {u'单', {"shan", "dan", "chan"}},
        {u'参', {"shen", "can", "cen"}},
        {u'乐', {"yue", "le"}},
        {u'给', {"ji", "gei"}},
        {u'还', {"huan", "hai"}},
        {u'种', {"zhong", "chong"}},
        {u'度', {"duo", "du"}},
        {u'传', {"zhuan", "chuan"}},
        {u'藏', {"zang", "cang"}},
        {u'朝', {"chao", "zhao"}},
        {u'弹', {"dan", "tan"}},
        {u'降', {"xiang", "jiang"}},
        {u'解', {"xie", "jie"}},
        {u'角', {"jue", "jiao"}},
        {u'觉', {"jiao", "jue"}},
        {u'校', {"jiao", "xiao"}},
        {u'露', {"lou", "lu"}},
        {u'落', {"la", "luo"}},
        {u'模', {"mu", "mo"}},
        {u'强', {"jiang", "qiang"}},
        {u'区', {"ou", "qu"}},
        {u'曾', {"zeng", "ceng"}},
        {u'省', {"xing", "sheng"}},
        {u'石', {"dan", "shi"}},
        {u'识', {"zhi", "shi"}},
        {u'数', {"shu", "shuo"}},
        {u'宿', {"xiu", "su"}},
        {u'提', {"di", "ti"}},
        {u'系', {"ji", "xi"}},
        {u'着', {"zhe", "zhao", "zhuo"}},
        {u'属', {"zhu", "shu"}},
        {u'查', {"zha", "cha"}},
        {u'得', {"dei", "de"}},
        {u'地', {"de", "di"}},
        {u'都', {"du", "dou"}},
        {u'合', {"ge", "he"}},
        {u'和', {"huo", "he"}},
        {u'核', {"hu", "he"}},
        {u'没', {"mo", "mei"}},
        {u'女', {"nv", "nu"}},
        {u'旅', {"lv", "lu"}},
        {u'绿', {"lv", "lu"}},
        {u'律', {"lv", "lu"}},
        {u'屡', {"lv", "lu"}},
        {u'仇', {"qiu", "chou"}},
        {u'盛', {"cheng", "sheng"}},
        {u'似', {"shi", "si"}},
        {u'尾', {"yi", "wei"}},
        {u'血', {"xie", "xue"}},
        {u'叶', {"xie", "ye"}},
        {u'遗', {"wei", "yi"}},
        {u'略', {"lve", "lue"}},
    };
    return table;
}

QByteArray usualReading(QChar character)
{
    // One transliterator for all; making one takes longer than a search.
    static std::mutex mutex;
    static UErrorCode status = U_ZERO_ERROR;
    static const std::unique_ptr<icu::Transliterator> transliterator(
        icu::Transliterator::createInstance("Han-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    if (!transliterator)
        return {};
    icu::UnicodeString text(static_cast<UChar>(character.unicode()));
    const std::lock_guard guard(mutex);
    transliterator->transliterate(text);
    std::string utf8;
    text.toUTF8String(utf8);
    return QByteArray::fromStdString(utf8).trimmed();
}

bool isIdeograph(QChar character)
{
    return character.script() == QChar::Script_Han;
}

} // namespace

QList<QByteArray> pinyinReadings(QChar character)
{
    if (character.unicode() < 128)
        return character.isLetterOrNumber() ? QList<QByteArray>{QByteArray(1, character.toLatin1())}
                                            : QList<QByteArray>();
    if (!isIdeograph(character))
        return {};
    QList<QByteArray> readings;
    const QByteArray usual = usualReading(character);
    if (!usual.isEmpty() && usual.at(0) >= 'a' && usual.at(0) <= 'z')
        readings.append(usual);
    const QList<QByteArray> others = otherReadings().value(character);
    for (const QByteArray &other : others) {
        if (!readings.contains(other))
            readings.append(other);
    }
    return readings;
}

QString searchForm(QStringView text, std::vector<quint16> *places)
{
    QString form;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QString half = toHalfWidth(text.mid(at, 1)).toLower();
        if (half.isEmpty() || !(half[0].isLetterOrNumber() || half[0].isSurrogate()))
            continue;
        form.append(half[0]);
        if (places)
            places->push_back(static_cast<quint16>(at));
    }
    return form;
}

} // namespace yichuang
