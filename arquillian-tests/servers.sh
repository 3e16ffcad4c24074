#!/usr/bin/env bash
# Runs the in-container tests on one server after the other, and prints a table of what came out.
#
#   arquillian-tests/servers.sh [server ...]
#
# The servers are the profiles of arquillian-tests/pom.xml; without names all of them are taken. Test classes that fail on a
# server are run there a second time. What fails both times makes the server red, and the exit status with it if MUST_PASS has
# the server. What succeeds at the second try, and a server without a result in its time, is said in the table, and does not.
#
# MINUTES          no further server is begun when so many have passed; without it there is no limit
# SERVER_MINUTES   how long one server may take, the second try included (20)
# MUST_PASS        the servers that make the exit status red, separated by blanks; without it all of them
# ALREADY_RUN      a server whose tests the last build has run: the table begins with it
# JAVA_21_HOME     a JDK, 21 or newer, for the servers that need one; without it one is looked for
# MVN              the command instead of ./mvnw
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

all_servers=(liberty wildfly glassfish payara6 liberty-ee10 payara7 wildfly-preview payara-micro)
needs_java_21=" glassfish payara7 "
servers=("$@")
((${#servers[@]})) || servers=("${all_servers[@]}")
must_pass=" ${MUST_PASS-${servers[*]}} "
minutes=${MINUTES:-1000000}
server_minutes=${SERVER_MINUTES:-20}
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

# how many tests the reports in a folder tell of, by an attribute: tests, failures, errors or skipped
count() {
  cat "$1"/TEST-*.xml 2> /dev/null | sed -n "s/^<testsuite .* $2=\"\([0-9]*\)\".*/\1/p" | awk '{ sum += $1 } END { print sum + 0 }'
}

# the classes in whose reports something has failed, separated by commas
failed_classes() {
  grep -rlE --include='TEST-*.xml' '<(failure|error)[ >]' "$1" 2> /dev/null | sed 's:.*/TEST-\(.*\)\.xml:\1:' | sort -u | paste -sd, -
}

# takes the reports of the last build into a folder
keep_reports() {
  mkdir -p "$1/pooled"
  cp -r arquillian-tests/target/failsafe-reports/. "$1" 2> /dev/null
  cp -r arquillian-tests/target/failsafe-reports-pooled/. "$1/pooled" 2> /dev/null
}

noted() {
  sed -n "s/^$2=//p" "$results/$1/versions" 2> /dev/null
}

row() {
  printf '| %-15s | %-14s | %-24s | %-4s | %-30s | %-6s |\n' "$@" | tee -a "$table"
}

# the tests of a server, all or only those of some classes, in so many seconds and on the JDK that it needs; their reports go
# to a folder of its own
run_tests() {
  local server=$1 try=$2 seconds=$3 home=$4
  shift 4
  local log=$results/$server/build-$try.log reports=$results/$server/reports-$try status
  rm -rf arquillian-tests/target/failsafe-reports{,-pooled} "$reports"
  # All has been compiled; another version of EclipseLink is no reason to do so again.
  JAVA_HOME=$home timeout "$seconds" "${mvn[@]}" verify "-P$server" -pl arquillian-tests -am \
    -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dmaven.javadoc.skip -Dmaven.source.skip -Dspotless.check.skip \
    -Dmaven.compiler.useIncrementalCompilation=false -Dsample.war="$PWD/sample-war/target/kennel.war" "$@" > "$log" 2>&1
  status=$?
  keep_reports "$reports"
  return $status
}

# how many tests the first try on a server has run, and which it has not
tests() {
  local reports=$results/$1/reports-1 pooled skipped cannot
  count "$reports" tests
  pooled=$(count "$reports/pooled" tests)
  ((pooled)) && echo " + $pooled pooled"
  skipped=$(count "$reports" skipped)
  ((skipped)) && echo ", $skipped skipped"
  cannot=$(noted "$1" cannot)
  [[ -n $cannot ]] && echo ", without ${cannot//|/, }"
}

# a server's row, with what came out and how long it took
server_row() {
  row "$1" "$(noted "$1" version)" "$(noted "$1" eclipselink)" "$(noted "$1" jdk)" "$2" "$3"
}

run_server() {
  local server=$1 home=$2 start=$SECONDS outcome status again left
  mkdir -p "$results/$server"
  rm -f "$results/$server/versions"
  run_tests "$server" 1 $((server_minutes * 60)) "$home"
  status=$?
  outcome=$(tests "$server" | tr -d '\n')
  if ((status == 124)); then
    outcome="no result in $server_minutes minutes"
  elif ((status)); then
    again=$(failed_classes "$results/$server/reports-1")
    left=$((server_minutes * 60 - SECONDS + start))
    # no seconds would be no limit
    run_tests "$server" 2 $((left > 0 ? left : 1)) "$home" ${again:+"-Dit.test=$again"}
    status=$?
    again=${again//io.github.selfsame.tests./}
    if ((status == 124)); then
      outcome+="; failed, and no time for a second try: $again"
    elif ((status)); then
      outcome="FAILED: ${again:-the build}"
    else
      outcome+="; at the second try: $again"
    fi
  elif (($(count "$results/$server/reports-1" tests) == 0)); then
    outcome="FAILED: no test has been run"
  fi
  server_row "$server" "$outcome" "$((SECONDS - start)) s"
  if [[ $outcome == FAILED* ]]; then
    grep -hE '^\[ERROR\] ' "$results/$server"/build-?.log | head -40
    return 1
  fi
}

mkdir -p "$results"
: > "$table"
failed=0
row server version EclipseLink JDK tests time
row --- --- --- --- --- ---
if [[ -n ${ALREADY_RUN:-} ]]; then
  keep_reports "$results/$ALREADY_RUN/reports-1"
  server_row "$ALREADY_RUN" "$(tests "$ALREADY_RUN" | tr -d '\n')" "in the build"
fi

begin=$SECONDS
"${mvn[@]}" -q package -pl sample-war,arquillian-tests -am -DskipTests -Dmaven.javadoc.skip -Dmaven.source.skip \
  > "$results/build.log" 2>&1 || { tail -50 "$results/build.log"; exit 1; }

for server in "${servers[@]}"; do
  home=${JAVA_HOME:-}
  [[ $needs_java_21 != *" $server "* ]] || home=$(find_java_21)
  if (((SECONDS - begin) / 60 >= minutes)); then
    row "$server" "" "" "" "not run: out of time" ""
  elif [[ $needs_java_21 == *" $server "* && -z $home ]]; then
    row "$server" "" "" "" "not run: needs JDK 21" ""
  else
    run_server "$server" "$home" || [[ $must_pass != *" $server "* ]] || failed=1
  fi
done

echo
cat "$table"
exit $failed
