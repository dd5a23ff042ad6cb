#!/bin/sh
# Brings the PostgreSQL server that the database tests start for themselves. Where it is missing and cannot be
# installed (no root, no apt-get, no network), those tests skip and say so; nothing else needs it.
set -u

installed() {
    command -v initdb >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1
}

installed && exit 0
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "no PostgreSQL server here: its tests will be skipped (to run them, install the package postgresql)"
    exit 0
fi
export DEBIAN_FRONTEND=noninteractive
# The cluster that Debian would make and start is not wanted: the tests make their own.
mkdir -p /etc/postgresql-common
[ -e /etc/postgresql-common/createcluster.conf ] ||
    echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
apt-get -qq update >/dev/null 2>&1
apt-get -qq install --yes --no-install-recommends postgresql >/dev/null 2>&1
installed || echo "PostgreSQL could not be installed: its tests will be skipped"
exit 0
