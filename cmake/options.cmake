# What every target is compiled with.
add_library(anjuan_options INTERFACE)
target_compile_features(anjuan_options INTERFACE cxx_std_20)
target_compile_options(anjuan_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
                                                -Wnon-virtual-dtor -Werror -fno-omit-frame-pointer)
target_compile_definitions(anjuan_options INTERFACE _GLIBCXX_ASSERTIONS)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 sees an overlap in std::string operator+ that is not there.
  target_compile_options(anjuan_options INTERFACE -Wno-restrict)
endif()
if(ANJUAN_SANITIZE)
  target_compile_options(anjuan_options INTERFACE -fsanitize=${ANJUAN_SANITIZE}
                                                  -fno-sanitize-recover=all)
  target_link_options(anjuan_options INTERFACE -fsanitize=${ANJUAN_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # It sees uninitialised members in moves of variants and of std::regex where sanitizers inline.
    target_compile_options(anjuan_options INTERFACE -Wno-maybe-uninitialized)
  endif()
endif()
if(ANJUAN_FUZZ)
  target_compile_options(anjuan_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

# anjuan_room(NAME SOURCES … [USES …] [DOOR …]): one static library a room, include root lib/.
# USES are the rooms below; DOOR are third-party libraries that only this room sees.
function(anjuan_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;USES;DOOR" ${ARGN})
  add_library(anjuan_${name} STATIC ${ROOM_SOURCES})
  add_library(anjuan::${name} ALIAS anjuan_${name})
  target_include_directories(anjuan_${name} PUBLIC ${PROJECT_SOURCE_DIR}/lib)
  target_link_libraries(anjuan_${name} PUBLIC ${ROOM_USES} PRIVATE anjuan_options ${ROOM_DOOR})
endfunction()
