#pragma once

#include "platform/http/Exchange.h"
#include "platform/http/HttpLimits.h"

namespace yichuang {

// A path of openapi.json, and how its requests are treated before anybody reads them.
struct Route
{
    const char *path; // a template, as openapi.json has it; it labels the figures and the log
    const char *methods;
    Lane lane;
    qint64 HttpLimits::*bodyBytes;
};

// The path's route; `otherRoute()` for one that nobody has, which the service answers.
const Route &routeOf(const QByteArray &path);
const Route &otherRoute();
bool allows(const Route &route, const QByteArray &method);

} // namespace yichuang
