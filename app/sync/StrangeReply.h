#pragma once

#include "base/Error.h"

#include <QByteArray>
#include <QNetworkReply>

namespace yichuang {

// What is known of an answer that did not prove that it is the platform's.
struct StrangeReply
{
    int status = 0; // 0 where no HTTP answer came at all
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QByteArray contentType;
    bool tooLarge = false;
    bool isBare = false; // neither a body nor a word on its length
};

// Who answered instead (SYNC.md rule 9). None of it changes anything here; it only decides what a person is
// told: that there is no line, that the network wants her to log in, that the certificate is another's, or
// that something else stands at the platform's address. Pure.
Error whoAnswered(const StrangeReply &reply);

} // namespace yichuang
