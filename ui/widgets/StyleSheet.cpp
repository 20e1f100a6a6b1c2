#include "ui/widgets/StyleSheet.h"

#include <QRegularExpression>

#include <utility>

namespace yichuang {

namespace {

// Widgets say by properties what they are: panel, bare, footer; role of a label; tone of anything; primary,
// ready, danger, option of a button.
constexpr char16_t sheet[] = uR"(
* { color: @text; outline: none; }
QWidget { background: transparent; }
QMainWindow, QDialog, QWidget[page="true"] { background: @app; }
*[panel="true"] { background: @panel; border: 1px solid @line; border-radius: 6px; }
*[footer="true"] { background: @subtle; }
*[head="true"] { background: @panel; border: none; border-bottom: 1px solid @line; }
QLabel[role="banner"] { color: @error; font-weight: 700; }
*[bar="true"] { border: none; border-bottom: 1px solid @line2; }
*[footer="true"] { border: none; border-top: 1px solid @line2; }
*[banner="info"] { background: @accentSoft; border: 1px solid @accentLine; }
*[banner="warn"] { background: @warnSoft; border: 1px solid @warnLine; }
*[banner="error"] { background: @errorSoft; border: 1px solid @errorLine; }
*[banner="local"] { background: @localSoft; border: 1px solid @localLine; }

QLabel { border: none; }
QLabel[role="note"] { color: @text3; font-size: @12px; }
QLabel[role="secondary"] { color: @text2; font-size: @13px; }
QLabel[role="panelTitle"] { font-size: @15px; font-weight: 700; }
QLabel[role="groupHead"] { font-weight: 700; }
QLabel[role="title"] { font-size: @18px; font-weight: 700; }
QLabel[role="verdictHeadline"] { font-size: @20px; font-weight: 700; }
QLabel[role="figure"] { font-size: @24px; font-weight: 700; }
QLabel[role="kpi"] { font-size: @38px; font-weight: 700; }
QLabel[role="tag"] { border: 1px solid @line; border-radius: 4px; background: @subtle; padding: 1px 7px; font-size: @13px; }
QFrame[lineBand="local"] { background: @local; border: none; } QFrame[lineBand="warn"] { background: @warn; border: none; }
QFrame[lineBand] QLabel { color: @onFill; } QLabel[role="bandTitle"] { font-size: @16px; font-weight: 700; }
QFrame[lineBand] QPushButton { background: transparent; border-color: @onFill; color: @onFill; }
QFrame[lineBand] QPushButton:focus { border: 2px solid @onFill; }
*[tone="ok"] { color: @ok; } *[tone="warn"] { color: @warn; } *[tone="error"] { color: @error; }
*[tone="info"] { color: @accent; } *[tone="quiet"] { color: @text3; } *[tone="licence"] { color: @licence; }
*[tone="history"] { color: @history; } *[tone="local"] { color: @local; }
QLabel[role="source"] { font-size: @13px; }
QLabel[role="photo"] { background: @subtle; border: 1px solid @line; border-radius: 4px; color: @text3; font-size: @38px; }
QFrame[verdict="true"] { border: none; border-bottom: 1px solid @line; border-top-left-radius: 6px; border-top-right-radius: 6px; }
QFrame[verdict="true"][tone="ok"] { background: @okSoft; border-color: @okLine; }
QFrame[verdict="true"][tone="warn"] { background: @warnSoft; border-color: @warnLine; }
QFrame[verdict="true"][tone="error"] { background: @errorSoft; border-color: @errorLine; }
QLabel[role="tag"][tone="ok"] { background: @okSoft; border-color: @okLine; }
QLabel[role="tag"][tone="warn"] { background: @warnSoft; border-color: @warnLine; }
QLabel[role="tag"][tone="error"] { background: @errorSoft; border-color: @errorLine; }
QLabel[role="tag"][tone="info"] { background: @accentSoft; border-color: @accentLine; }
QLabel[role="tag"][tone="local"] { background: @localSoft; border-color: @localLine; }

QPushButton { background: @panel; border: 1px solid @control; border-radius: 4px; padding: 0 10px; min-height: @34px; }
QPushButton:hover { background: @hover; }
QPushButton:pressed, QPushButton:checked { background: @selected; border-color: @accent; color: @accent; }
QPushButton:focus { border: 2px solid @accent; padding: 0 9px; }
QPushButton:disabled { background: @subtle; border-color: @line; color: @disabled; }
QPushButton[rank="action"] { min-height: @42px; }
QPushButton[rank="verdict"] { min-height: @54px; font-weight: 700; font-size: @16px; }
QPushButton[rank="inline"] { min-height: @28px; }
QPushButton[rank="window"] { min-height: @54px; font-size: @16px; font-weight: 700; }
QPushButton[rank="window"]:checked { background: @accent; color: @onFill; }
QLineEdit[rank="action"] { min-height: @42px; font-size: @16px; }
*[row="true"] { border: none; border-bottom: 1px solid @line2; }
*[side="true"] { background: @panel; border: none; border-left: 1px solid @line; }
QPushButton[primary="true"] { background: @accentSoft; border-color: @accent; color: @accent; font-weight: 700; }
QPushButton[primary="true"][ready="true"] { background: @accent; color: @onFill; }
QPushButton[primary="true"][ready="true"]:hover { background: @accentHover; }
QPushButton[primary="true"][ready="true"]:pressed { background: @accentPressed; }
QPushButton[danger="true"] { border-color: @error; color: @error; }
QPushButton[bare="true"] { background: transparent; border: none; color: @accent; padding: 0 4px; min-height: @22px; }
QPushButton[role="groupHead"] { background: transparent; border: none; color: @text; font-weight: 700; text-align: left; padding: 0 4px; }
QPushButton[role="groupHead"]:focus { border: 2px solid @accent; }
QPushButton[bare="true"]:hover { color: @accentHover; text-decoration: underline; }

QToolButton { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 3px 6px; font-size: @13px; }
QToolButton:hover { background: @hover; }
QToolButton:pressed, QToolButton:checked { background: @selected; border-color: @accent; color: @accent; }
QToolButton:focus { border: 2px solid @accent; padding: 2px 5px; }
QToolButton:disabled { color: @disabled; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateEdit, QSpinBox {
  background: @field; border: 1px solid @control; border-radius: 4px; padding: 0 8px; min-height: @32px;
  selection-background-color: @accent; selection-color: @onFill; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus {
  border: 2px solid @accent; padding: 0 7px; }
QLineEdit[tone="error"], QComboBox[tone="error"] { border: 2px solid @error; padding: 0 7px; color: @text; }
QLineEdit[bare="true"], QComboBox[bare="true"], QLineEdit[bare="true"]:focus, QComboBox[bare="true"]:focus {
  background: transparent; border: none; padding: 0 4px; min-height: 0; }
QLineEdit:disabled, QComboBox:disabled { background: @subtle; border-color: @line; color: @disabled; }
QComboBox::drop-down { border: none; width: @24px; }
QComboBox QAbstractItemView { background: @panel; border: 1px solid @control; selection-background-color: @selected; selection-color: @text; }

QAbstractItemView { background: @panel; border: none; selection-background-color: @selected; selection-color: @text; }
QHeaderView::section { background: @subtle; color: @text2; border: none; border-bottom: 1px solid @line; padding: 0 8px;
  min-height: @34px; font-size: @13px; }
QToolTip { background: @panel; color: @text; border: 1px solid @control; padding: 4px; }
QMenu { background: @panel; border: 1px solid @control; } QMenu::item { padding: 6px 20px; } QMenu::item:selected { background: @selected; }
QScrollArea { border: none; }
QScrollBar:vertical { background: @subtle; width: 8px; margin: 0; border: none; }
QScrollBar:horizontal { background: @subtle; height: 8px; margin: 0; border: none; }
QScrollBar::handle { background: @control; border-radius: 2px; min-height: 36px; min-width: 36px; margin: 1px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: @line2; border: none; border-radius: 2px; min-height: 8px; max-height: 8px; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }
QProgressBar[tone="local"]::chunk { background: @local; }
)";

QList<std::pair<QLatin1String, QColor>> named(const Tokens &t)
{
#define YICHUANG_TOKEN(name) {QLatin1String(#name), t.name}
    return {YICHUANG_TOKEN(app),         YICHUANG_TOKEN(panel),
            YICHUANG_TOKEN(subtle),      YICHUANG_TOKEN(field),
            YICHUANG_TOKEN(hover),       YICHUANG_TOKEN(selected),
            YICHUANG_TOKEN(line),        YICHUANG_TOKEN(line2),
            YICHUANG_TOKEN(control),     YICHUANG_TOKEN(text),
            YICHUANG_TOKEN(text2),       YICHUANG_TOKEN(text3),
            YICHUANG_TOKEN(disabled),    YICHUANG_TOKEN(accent),
            YICHUANG_TOKEN(accentHover), YICHUANG_TOKEN(accentPressed),
            YICHUANG_TOKEN(accentSoft),  YICHUANG_TOKEN(accentLine),
            YICHUANG_TOKEN(ok),          YICHUANG_TOKEN(okSoft),
            YICHUANG_TOKEN(okLine),      YICHUANG_TOKEN(warn),
            YICHUANG_TOKEN(warnSoft),    YICHUANG_TOKEN(warnLine),
            YICHUANG_TOKEN(warnFill),    YICHUANG_TOKEN(error),
            YICHUANG_TOKEN(errorSoft),   YICHUANG_TOKEN(errorLine),
            YICHUANG_TOKEN(local),       YICHUANG_TOKEN(localSoft),
            YICHUANG_TOKEN(localLine),   YICHUANG_TOKEN(licence),
            YICHUANG_TOKEN(history),     YICHUANG_TOKEN(rail),
            YICHUANG_TOKEN(railText),    YICHUANG_TOKEN(railActive),
            YICHUANG_TOKEN(onFill),      YICHUANG_TOKEN(canvas)};
#undef YICHUANG_TOKEN
}

} // namespace

QString styleSheetOf(const Tokens &tokens, int percent)
{
    const auto colours = named(tokens);
    const QString text = QString::fromUtf16(sheet);
    static const QRegularExpression reference(QStringLiteral("@(?:(\\d+)px|(\\w+))"));
    QString result;
    qsizetype from = 0;
    for (auto match = reference.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch each = match.next();
        result += QStringView(text).sliced(from, each.capturedStart() - from);
        from = each.capturedEnd();
        if (each.hasCaptured(1)) {
            result += QString::number((each.captured(1).toInt() * percent + 50) / 100) + QStringLiteral("px");
            continue;
        }
        for (const auto &[name, colour] : colours) {
            if (each.captured(2) == name)
                result += colour.name();
        }
    }
    return result + text.sliced(from);
}

} // namespace yichuang
