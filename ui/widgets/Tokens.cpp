#include "ui/widgets/Tokens.h"
