#pragma once

#include "platform/http/Exchange.h"

namespace yichuang {

struct ReplyForm
{
    bool toHead = false; // a reply to HEAD says how long its body would be, and brings none
    bool keepAlive = true;
    QByteArray requestId;
};

// The reply as it goes over the line (HTTP/1.1).
QByteArray replyText(const ApiReply &reply, const ReplyForm &form);

} // namespace yichuang
