#pragma once

#include "base/Result.h"

#include <QStringList>
#include <QUrl>

namespace yichuang {

// What the command line asks for: the window, or one of the two commands that set a station up.
struct Options
{
    enum class Action
    {
        Work,
        Enrol,
        AddClerk,
        Help
    };

    Action action = Action::Work;
    QString profile;         // the station's folder, absolute
    QString passphraseFile;  // empty: the keyring, else the person is asked
    bool useKeyring = false; // enrol: also make the keyring's slot

    QUrl platform; // enrol
    QString code;
    QString devicesFile;

    QString staffNumber; // add a clerk
    QString clerkName;
    QString role;
    QString passwordFile;

    QString tourFolder;   // work: drive the windows and leave pictures here
    QString tourScript;   // "hall" or "village"
    QString tourCommands; // the folder of the commands that lay cards and cut the line
};

// OptionsWrong with the word that does not fit. Needs no application object.
Result<Options> parseOptions(const QStringList &arguments);
QString helpText();

} // namespace yichuang
