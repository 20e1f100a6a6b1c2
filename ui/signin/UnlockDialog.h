#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;

namespace yichuang {

// Asks for the station's passphrase where the keyring could not give the key.
class UnlockDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit UnlockDialog(const QString &why, QWidget *parent = nullptr);
    void showWrong(const QString &words);

Q_SIGNALS:
    void passphraseGiven(const QString &passphrase);

private:
    QLineEdit *m_passphrase;
    QLabel *m_wrong;
};

} // namespace yichuang
