#pragma once

#include "Paper.h"

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <memory>

namespace peer {

// Reads ESC/POS as a printer's firmware does: byte by byte, whatever the packets, and puts it on paper.
class EscPosReader
{
public:
    struct Answers
    {
        std::function<void(int question)> status; // DLE EOT n: at once
        std::function<void(int question)> proof;  // GS r n: behind everything before it
        std::function<void()> cut;
        std::function<void(const QByteArray &bytes)> job; // bytes that are not status questions
    };
    EscPosReader(int dots, Answers answers);

    void feed(const QByteArray &bytes);
    void startPaper();                 // a new slip
    void forget() { m_bytes.clear(); } // half a command, when the line closed
    const Paper &paper() const { return *m_paper; }
    // What firmware would have skipped: a sign of a fault in the sender.
    QStringList unknown() const { return m_unknown; }

private:
    qsizetype takeOne(); // bytes that were used; 0 where more must come
    qsizetype takeEsc();
    qsizetype takeGs();
    qsizetype takeFs();
    qsizetype takeCode();
    qsizetype takeBits();
    qsizetype takeCut();
    qsizetype takeText();
    qsizetype fixed(qsizetype length, const std::function<void(const quint8 *)> &act);
    qsizetype skip();
    void reset();
    quint8 at(qsizetype index) const { return quint8(m_bytes.at(index)); }

    int m_dots;
    Answers m_answers;
    QByteArray m_bytes;
    std::unique_ptr<Paper> m_paper;
    QStringList m_unknown;

    Paper::Style m_style;
    Paper::Align m_align = Paper::Align::Left;
    int m_spacing = 30;
    bool m_han = true;
    int m_codeModule = 3;
    char m_codeLevel = '0';
    QByteArray m_codeData;
};

} // namespace peer
