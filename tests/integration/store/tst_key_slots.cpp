#include "base/Signing.h"
#include "store/KeySlots.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sodium.h>

using namespace yichuang;

class tst_key_slots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initialiseCryptography(); }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void eachSlotGivesTheSameKey()
    {
        KeySlots slots(m_folder->path());
        QVERIFY(!slots.exist());
        const auto key = slots.create(Secret("correct horse"));
        QVERIFY(key);
        QCOMPARE(key->size(), 32);
        const Secret keyring = Secret::random(32);
        QVERIFY(slots.addKeyring(*key, keyring));
        QByteArray publicKey(crypto_box_PUBLICKEYBYTES, '\0');
        QByteArray privateKey(crypto_box_SECRETKEYBYTES, '\0');
        crypto_box_keypair(reinterpret_cast<unsigned char *>(publicKey.data()),
                           reinterpret_cast<unsigned char *>(privateKey.data()));
        QVERIFY(slots.addRecovery(*key, publicKey));
        QVERIFY(slots.hasKeyring());

        const KeySlots again(m_folder->path());
        QCOMPARE(again.unlockByPassphrase(Secret("correct horse"))->view(), key->view());
        QCOMPARE(again.unlockByKeyring(keyring)->view(), key->view());
        QCOMPARE(again.unlockByRecovery(publicKey, Secret(privateKey))->view(), key->view());
    }

    void aWrongSecretOpensNothing()
    {
        KeySlots slots(m_folder->path());
        const auto key = slots.create(Secret("right"));
        QVERIFY(slots.addKeyring(*key, Secret::random(32)));
        QCOMPARE(slots.unlockByPassphrase(Secret("wrong")).error().code, ErrorCode::WrongPassphrase);
        QCOMPARE(slots.unlockByKeyring(Secret::random(32)).error().code, ErrorCode::KeyringSlotWrong);
    }

    void aMissingOrDamagedFileSaysSo()
    {
        const KeySlots slots(m_folder->path());
        QCOMPARE(slots.unlockByPassphrase(Secret("x")).error().code, ErrorCode::SlotsMissing);
        for (const QByteArray &content :
             {QByteArray("{"), QByteArray("{\"version\":2,\"slots\":{}}"),
              QByteArray("{\"version\":1,\"slots\":{}}"),
              QByteArray("{\"version\":1,\"slots\":{\"passphrase\":{\"salt\":\"!\",\"key\":\"AA==\"}}}"),
              QByteArray(100000, ' ')}) {
            QFile file(m_folder->filePath(QStringLiteral("slots.json")));
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(content);
            file.close();
            QCOMPARE(slots.unlockByPassphrase(Secret("x")).error().code, ErrorCode::SlotsDamaged);
        }
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_key_slots)
#include "tst_key_slots.moc"
