#pragma once

#include <QFile>
#include <QString>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace yichuang {

// A file descriptor that is closed with its owner.
class OpenFile
{
public:
    explicit OpenFile(const QString &path, int flags)
        : m_descriptor(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, 0600))
    {}
    ~OpenFile()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    OpenFile(const OpenFile &) = delete;
    OpenFile &operator=(const OpenFile &) = delete;

    bool isOpen() const { return m_descriptor >= 0; }
    int descriptor() const { return m_descriptor; }
    // -1 where it cannot be told.
    qint64 size() const
    {
        struct stat about = {};
        return ::fstat(m_descriptor, &about) == 0 ? about.st_size : -1;
    }

private:
    int m_descriptor;
};

} // namespace yichuang
