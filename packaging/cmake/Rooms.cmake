# The plan of the house: which room may use which. A room is one folder of app/ (or ui/), one
# CMake library, and every source file in that folder belongs to it. A link that this plan does not
# name is refused when CMake configures, and so is Gui or Widgets below the screens.

# room           may use
set(YICHUANG_PLAN_base "")
set(YICHUANG_PLAN_domain base)
set(YICHUANG_PLAN_devices base)
set(YICHUANG_PLAN_catalog domain base)
set(YICHUANG_PLAN_documents devices domain base)
set(YICHUANG_PLAN_queue domain base)
set(YICHUANG_PLAN_insight domain base)
set(YICHUANG_PLAN_store domain base)
set(YICHUANG_PLAN_courier domain base)
set(YICHUANG_PLAN_platform courier domain base)
set(YICHUANG_PLAN_sync store domain base)
set(YICHUANG_PLAN_carriage sync store courier domain base)
set(YICHUANG_PLAN_session store domain base)
set(YICHUANG_PLAN_intake catalog documents store domain base)
set(YICHUANG_PLAN_ui intake session carriage courier sync store queue insight documents catalog devices domain base)
set(YICHUANG_PLAN_workstation ui ${YICHUANG_PLAN_ui})

# Paper is drawn with QPainter and QPdfWriter, and pages are images, so these may link Gui. No room
# below the screens may link Widgets.
set(YICHUANG_GUI_ROOMS documents ui workstation)
set(YICHUANG_WIDGETS_ROOMS ui workstation)

# yichuang_room(<room> USES <rooms…> LIBS <libraries…>): declares the library of the folder that calls it.
# Its headers are reached as <room>/Header.h and only by who links it: the include path of a room
# holds nothing but that room.
function(yichuang_room room)
  cmake_parse_arguments(ARG "" "" "USES;LIBS" ${ARGN})
  if(NOT DEFINED YICHUANG_PLAN_${room})
    message(FATAL_ERROR "The room '${room}' is not in the plan of packaging/cmake/Rooms.cmake.")
  endif()
  foreach(used IN LISTS ARG_USES)
    if(NOT used IN_LIST YICHUANG_PLAN_${room})
      message(FATAL_ERROR "The room '${room}' may not use '${used}': arrows point one way (packaging/cmake/Rooms.cmake).")
    endif()
  endforeach()
  foreach(library IN LISTS ARG_LIBS)
    if(library MATCHES "^Qt6::(Gui|PrintSupport|Svg)" AND NOT room IN_LIST YICHUANG_GUI_ROOMS)
      message(FATAL_ERROR "The room '${room}' lies below the screens and may not link ${library}.")
    endif()
    if(library MATCHES "^Qt6::(Widgets|SvgWidgets|PrintSupport)" AND NOT room IN_LIST YICHUANG_WIDGETS_ROOMS)
      message(FATAL_ERROR "The room '${room}' lies below the screens and may not link ${library}.")
    endif()
  endforeach()

  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  # A main.cpp belongs to a program, never to the library that tests link.
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
  add_library(yichuang_${room} STATIC ${sources} ${headers})
  add_library(yichuang::${room} ALIAS yichuang_${room})
  yichuang_include_root(${room})
  target_include_directories(yichuang_${room} PUBLIC "${CMAKE_BINARY_DIR}/rooms/${room}")
  list(TRANSFORM ARG_USES PREPEND yichuang::)
  target_link_libraries(yichuang_${room} PUBLIC ${ARG_USES} Qt6::Core ${ARG_LIBS})
  yichuang_warnings(yichuang_${room})
  yichuang_precompile(yichuang_${room})
  set_property(GLOBAL APPEND PROPERTY YICHUANG_ROOM_HEADERS ${headers})
  set_property(TARGET yichuang_${room} PROPERTY YICHUANG_HEADERS "${headers}")
  yichuang_check_headers(${room} "${headers}")
endfunction()

# The folder rooms/<room>/ of the build holds one link, <room>, to the sources.
function(yichuang_include_root room)
  file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/rooms/${room}")
  file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}" "${CMAKE_BINARY_DIR}/rooms/${room}/${room}" SYMBOLIC)
endfunction()

function(yichuang_precompile target)
  target_precompile_headers(${target} PRIVATE <QByteArray> <QString> <QList> <QHash> <QObject> <QJsonObject>
    <QDateTime> <QUuid> <memory> <optional> <functional> <tl/expected.hpp>)
endfunction()

# Each public header is compiled alone (target all_headers).
function(yichuang_check_headers room headers)
  if(NOT TARGET all_headers)
    add_custom_target(all_headers)
  endif()
  set(checks "")
  foreach(header IN LISTS headers)
    file(RELATIVE_PATH name "${CMAKE_CURRENT_SOURCE_DIR}" "${header}")
    string(REPLACE "/" "_" flat "${name}")
    set(check "${CMAKE_BINARY_DIR}/headers/${room}/${flat}.cpp")
    file(CONFIGURE OUTPUT "${check}" CONTENT "#include \"${room}/${name}\"\n")
    list(APPEND checks "${check}")
  endforeach()
  if(checks)
    add_library(headers_${room} OBJECT EXCLUDE_FROM_ALL ${checks})
    set_target_properties(headers_${room} PROPERTIES AUTOMOC OFF)
    target_link_libraries(headers_${room} PRIVATE yichuang_${room})
    yichuang_warnings(headers_${room})
    add_dependencies(all_headers headers_${room})
  endif()
endfunction()

# yichuang_plugin(<name> LIBS …): one folder of plugins/, one loadable module that sees the device
# interfaces and nothing else of the house.
function(yichuang_plugin name)
  cmake_parse_arguments(ARG "" "" "LIBS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
  add_library(plugin_${name} MODULE ${sources})
  set_target_properties(plugin_${name} PROPERTIES PREFIX "" OUTPUT_NAME "${name}"
    LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/plugins/${name}")
  target_link_libraries(plugin_${name} PRIVATE yichuang::devices yichuang::base Qt6::Core ${ARG_LIBS})
  yichuang_warnings(plugin_${name})
endfunction()

# yichuang_executable(<name> [SOURCES …] USES …): one of the programs; without SOURCES, every file of the folder
# (a program that has a room of the same folder names its main.cpp).
function(yichuang_executable name)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES;LIBS" ${ARGN})
  if(NOT ARG_SOURCES)
    file(GLOB ARG_SOURCES CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
  endif()
  add_executable(${name} ${ARG_SOURCES})
  list(TRANSFORM ARG_USES PREPEND yichuang::)
  target_link_libraries(${name} PRIVATE ${ARG_USES} Qt6::Core ${ARG_LIBS})
  yichuang_warnings(${name})
endfunction()

# yichuang_test(<name> LABEL unit|integration|ui|architecture [SECONDS n] SOURCES … USES … LIBS …)
function(yichuang_test name)
  cmake_parse_arguments(ARG "GUI" "LABEL;SECONDS" "SOURCES;USES;LIBS" ${ARGN})
  if(ARG_LABEL STREQUAL "ui")
    list(APPEND ARG_SOURCES "${CMAKE_SOURCE_DIR}/tests/support/StallReport.cpp")
  endif()
  add_executable(${name} ${ARG_SOURCES})
  list(TRANSFORM ARG_USES PREPEND yichuang::)
  target_link_libraries(${name} PRIVATE ${ARG_USES} Qt6::Core Qt6::Test ${ARG_LIBS})
  target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
  yichuang_warnings(${name})
  add_test(NAME ${name} COMMAND ${name})
  if(NOT ARG_SECONDS)
    set(ARG_SECONDS 60)
  endif()
  set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABEL}" TIMEOUT ${ARG_SECONDS}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=Asia/Shanghai;LC_ALL=C.UTF-8")
endfunction()
