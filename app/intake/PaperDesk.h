#pragma once

#include "base/Async.h"
#include "intake/Outcome.h"

#include <QObject>

namespace yichuang {

// Prints the papers of a finished case and records what came out. Each is printed once by itself; every
// further copy is asked for by the clerk, and none while one is under way. A printer's late answer is
// recorded even when the next person already stands at the window.
class PaperDesk final : public QObject
{
    Q_OBJECT
public:
    PaperDesk(PaperOutput &output, IntakeStore &store, QObject *parent);

    const QList<IssuedPaper> &papers() const { return m_papers; }
    void issue(const QList<IssuedPaper> &papers, const QString &clerk);
    bool print(const QString &paper); // false: no such paper, or it is being printed

Q_SIGNALS:
    void changed();
    void failed(const yichuang::Error &error); // the print could not be recorded

private:
    void send(qsizetype index);
    template <typename T>
    void record(const Pending<T> &written)
    {
        whenFinished(written, this, [this](const Result<T> &done) {
            if (!done)
                Q_EMIT failed(done.error());
        });
    }
    void onReply(qsizetype index, IssuedPaper sent, const Result<PrintReply> &reply);

    PaperOutput &m_output;
    IntakeStore &m_store;
    QList<IssuedPaper> m_papers;
    QString m_clerk;
};

} // namespace yichuang
