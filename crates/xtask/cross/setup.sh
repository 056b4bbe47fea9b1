#!/bin/bash
# setup.sh FOLDER: a private Rust toolchain in FOLDER which builds for Windows (GNU) and checks for macOS, and Wine to run
# what it built. Touches no other toolchain, and nothing outside FOLDER. Asks for no rights: the system's packages (mingw, Wine,
# a virtual display) are there already when it is called.
#
# rustup would bring the standard libraries of other systems; where it cannot, Debian's own Rust brings its source, and the
# standard library is built from that.
set -euo pipefail
folder=$(mkdir -p "$1" && readlink -f "$1")
toolchain=$folder/tc
version=1.96
targets="x86_64-pc-windows-gnu aarch64-apple-darwin"
say() { echo "cross: $*"; }
stop() { say "$*" >&2; exit 1; }

command -v apt-get >/dev/null || stop "this needs Debian 12 or a relative: its packages rustc-web and rust-web-src"
for program in x86_64-w64-mingw32-gcc xvfb-run dpkg cc; do
  command -v "$program" >/dev/null || stop "$program is not installed"
done
[ -x /usr/lib/wine/wine64 ] || stop "wine64 is not installed"

# 1. Rust and its source, unpacked here and never on the PATH. What an earlier run made would get into the way.
rm -rf "$folder/debs" "$toolchain" "$folder/bin" "$folder/prefix" "$folder/home"
mkdir -p "$folder/debs" "$toolchain" "$folder/bin" "$folder/home"
packages="rustc-web libstd-rust-web-dev libstd-rust-web-$version rust-web-src libllvm22"
# shellcheck disable=SC2086
download() { ( cd "$folder/debs" && apt-get download -qq -o APT::Sandbox::User="$(id -un)" $packages ); }
# Without lists, or with old ones, it is tried again with new ones where that may be.
download || { [ "$(id -u)" = 0 ] && apt-get update -qq && download; } || stop \
  "apt-get could not bring $packages: this needs Debian 12 with its updates, its lists (apt-get update) and the network"
for package in "$folder"/debs/*.deb; do dpkg -x "$package" "$toolchain"; done
rm -rf "$folder/debs"

# 2. The standard library for each system, into that toolchain.
export LD_LIBRARY_PATH=$toolchain/usr/lib/x86_64-linux-gnu RUSTC=$toolchain/usr/bin/rustc
export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=x86_64-w64-mingw32-gcc
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/src"
echo '#![no_std]' >"$work/src/lib.rs"
printf '[package]\nname = "stdonly"\nversion = "0.0.0"\nedition = "2021"\n' >"$work/Cargo.toml"
for target in $targets; do
  say "standard library for $target"
  ( cd "$work" && env -u RUSTFLAGS -u CARGO_TARGET_DIR -u RUSTC_WRAPPER RUSTC_BOOTSTRAP=1 \
      "${CARGO:-cargo}" build -q --release -Zbuild-std=std,proc_macro,test --target "$target" ) || stop \
    "the standard library for $target was not built: a first time takes the network, for the crates that it stands on"
  into=$toolchain/usr/lib/rustlib/$target/lib
  mkdir -p "$into"
  find "$work/target/$target/release/deps" -name '*.rlib' ! -name 'libstdonly*' -exec cp {} "$into/" \;
done

# 3. For macOS nothing is linked, so C parts are stood in for by a compiler that makes empty files.
cat >"$folder/bin/empty-cc" <<'END'
#!/bin/bash
out=; before=
for word in "$@"; do
  case $word in -E | --version | -dumpmachine) exec cc "$@" ;; esac
  [ "$before" = -o ] && out=$word
  before=$word
done
[ -n "$out" ] && : >"$out"
exit 0
END
cat >"$folder/bin/empty-ar" <<'END'
#!/bin/bash
for word in "$@"; do
  case $word in *.a) [ -e "$word" ] || printf '!<arch>\n' >"$word" ;; esac
done
exit 0
END

# 4. Wine with a folder of its own, in a virtual display: a broadcast needs a session with windows.
cat >"$folder/bin/wine-run" <<END
#!/bin/bash
# It would put menus and links into the home folder.
export HOME=$folder/home WINEDLLOVERRIDES='mscoree,mshtml=;winemenubuilder.exe=d'
export WINEPREFIX=$folder/prefix WINEDEBUG=\${WINEDEBUG:--all}
unset LD_LIBRARY_PATH
beside=\$(dirname "\$(readlink -f "\$1")")
above=\$(dirname "\$beside")
export WINEPATH="Z:\${beside//\\//\\\\};Z:\${above//\\//\\\\}"
[ -n "\${WINE_NO_DISPLAY:-}" ] && { unset DISPLAY; exec /usr/lib/wine/wine64 "\$@"; }
exec xvfb-run -a /usr/lib/wine/wine64 "\$@"
END
chmod +x "$folder"/bin/*
say "Wine"
( cd / && WINE_NO_DISPLAY=1 "$folder/bin/wine-run" wineboot -i >"$folder/wineboot.log" 2>&1 ) || stop \
  "Wine did not make its folder; what it said is in $folder/wineboot.log"

# 5. Rust's standard library takes random bytes from a library that Wine 8 lacks.
cat >"$folder/random.c" <<'END'
#include <windows.h>
#include <ntsecapi.h>
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE to, SIZE_T count) {
  while (count) {
    ULONG some = count > 0x10000000 ? 0x10000000 : (ULONG)count;
    if (!RtlGenRandom(to, some)) return FALSE;
    to += some;
    count -= some;
  }
  return TRUE;
}
END
x86_64-w64-mingw32-gcc -O2 -shared -s -o "$folder/prefix/drive_c/windows/system32/bcryptprimitives.dll" "$folder/random.c" -ladvapi32
say "done"
