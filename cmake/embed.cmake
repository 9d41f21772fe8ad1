# Writes the files below DIR that end in .yaml into one C++ table: path below DIR, then text.
#   cmake -DDIR=rules -DOUT=shipped_files.cc -P embed.cmake
file(GLOB_RECURSE paths RELATIVE ${DIR} ${DIR}/*.yaml)
list(SORT paths)
file(WRITE ${OUT}.new "#include \"pack/shipped.h\"\n\nnamespace anjuan {\n\n"
     "const ShippedFile kShippedFiles[] = {\n")
foreach(path IN LISTS paths)
  file(READ ${DIR}/${path} text)
  file(APPEND ${OUT}.new "    {\"${path}\", R\"anjuan(" "${text}" ")anjuan\"},\n")
endforeach()
list(LENGTH paths count)
file(APPEND ${OUT}.new "};\nconst size_t kShippedFileCount = ${count};\n\n}  // namespace anjuan\n")
file(RENAME ${OUT}.new ${OUT})
