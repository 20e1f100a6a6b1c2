#include "catalog/Item.h"
