#!/usr/bin/env bash
# Runs the in-container tests on one server after the other, and prints a table of what came out.
#
#   arquillian-tests/servers.sh [server ...]
#
# The servers are the profiles of arquillian-tests/pom.xml; without names all of them are taken.
#
# MINUTES        no further server is begun when so many have passed; without it there is no limit
# JAVA_21_HOME   a JDK, 21 or newer, for the servers that need one; without it one is looked for
# MVN            the command instead of ./mvnw
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

all_servers=(liberty wildfly payara6 liberty-ee10 glassfish payara7 wildfly-preview payara-micro)
needs_java_21=" glassfish payara7 "
servers=("$@")
((${#servers[@]})) || servers=("${all_servers[@]}")
minutes=${MINUTES:-1000000}
mvn=(${MVN:-./mvnw} --batch-mode --no-transfer-progress)
results=arquillian-tests/target/servers
table=$results/table.md

java_version() {
  "$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p'
}

find_java_21() {
  local home
  for home in "${JAVA_21_HOME:-}" "${JAVA_HOME:-}" ${MORE_JAVA_HOMES:-} /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/*; do
    if [[ -x $home/bin/javac && $(java_version "$home") -ge 21 ]]; then
      echo "$home"
      return
    fi
  done
}

# the attribute of an element in failsafe's summary
summary() {
  sed -n "s:.*<$2>\([0-9]*\)</$2>.*:\1:p" "$1/failsafe-summary.xml" 2> /dev/null | head -1
}

noted() {
  sed -n "s/^$2=//p" "$results/$1/versions" 2> /dev/null
}

row() {
  printf '| %-15s | %-14s | %-24s | %-8s | %-22s | %-6s |\n' "$@" | tee -a "$table"
}

mkdir -p "$results"
: > "$table"
begin=$SECONDS
"${mvn[@]}" -q package -pl sample-war -am -DskipTests > "$results/build.log" 2>&1 || { tail -50 "$results/build.log"; exit 1; }

failed=0
row server version EclipseLink JDK tests time > /dev/null
row --- --- --- --- --- --- > /dev/null
for server in "${servers[@]}"; do
  if (((SECONDS - begin) / 60 >= minutes)); then
    row "$server" "" "" "" "not run: out of time" ""
    continue
  fi
  home=${JAVA_HOME:-}
  if [[ $needs_java_21 == *" $server "* ]]; then
    home=$(find_java_21)
    if [[ -z $home ]]; then
      row "$server" "" "" "" "not run: needs JDK 21" ""
      continue
    fi
  fi
  mkdir -p "$results/$server"
  rm -rf arquillian-tests/target/failsafe-reports "$results/$server/versions" "$results/$server/reports"
  start=$SECONDS
  JAVA_HOME=$home timeout 1200 "${mvn[@]}" verify "-P$server" -pl arquillian-tests -am \
    -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dmaven.javadoc.skip -Dmaven.source.skip -Dspotless.check.skip \
    -Dsample.war="$PWD/sample-war/target/kennel.war" > "$results/$server/build.log" 2>&1
  status=$?
  reports=$results/$server/reports
  cp -r arquillian-tests/target/failsafe-reports "$reports" 2> /dev/null
  tests=$(summary "$reports" completed)
  failures=$(summary "$reports" failures)
  errors=$(summary "$reports" errors)
  skipped=$(summary "$reports" skipped)
  cannot=$(noted "$server" cannot)
  outcome="${tests:-none}"
  [[ ${skipped:-0} != 0 ]] && outcome+=", $skipped skipped"
  [[ -n $cannot ]] && outcome+=", without ${cannot//|/, }"
  if ((status != 0)); then
    failed=1
    outcome="FAILED: $((${failures:-0} + ${errors:-0})) of ${tests:-none}"
  fi
  row "$server" "$(noted "$server" version)" "$(noted "$server" eclipselink)" "$(noted "$server" jdk)" "$outcome" "$((SECONDS - start)) s"
  ((status != 0)) && grep -E '^\[ERROR\] ' "$results/$server/build.log" | head -40
done

echo
cat "$table"
exit $failed
