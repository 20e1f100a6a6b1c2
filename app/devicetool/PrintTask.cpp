#include "PrintTask.h"

#include "TestSlip.h"
#include "ToolText.h"

#include "devices/DeviceValues.h"

namespace yichuang {

void PrintTask::start()
{
    follow<PrintProof>(host().print(testSlip()), [this](const Result<PrintProof> &proof) {
        // A print that was stopped may have come out in part: that is not a failure without paper.
        if (!proof && !m_wasStopped)
            return fail(proof.error());
        show(proof.value_or(PrintProof::Unconfirmed));
    });
}

void PrintTask::stop()
{
    m_wasStopped = true;
    DeviceTask::stop();
}

void PrintTask::show(PrintProof proof)
{
    output().line(nameOf(proof), {{QStringLiteral("proof"), nameOf(proof)}});
    if (proof == PrintProof::Confirmed)
        return end(ending::done);
    output().remark(QLatin1String(tooltext::lookAtPrinter));
    end(ending::unconfirmed);
}

} // namespace yichuang
