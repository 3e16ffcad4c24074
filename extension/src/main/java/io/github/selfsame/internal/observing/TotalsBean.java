package io.github.selfsame.internal.observing;

import io.github.selfsame.IdentityMapsMXBean;
import io.github.selfsame.internal.map.MapTotals;
import java.util.Map;
import java.util.TreeMap;

/** The totals of an application's maps as JMX shows them. */
final class TotalsBean implements IdentityMapsMXBean {

    private final MapTotals totals;

    TotalsBean(MapTotals totals) {
        this.totals = totals;
    }

    @Override
    public int getOpenMaps() {
        return totals.openMaps();
    }

    @Override
    public long getOpenedMaps() {
        return totals.openedMaps();
    }

    @Override
    public int getSize() {
        return totals.snapshot().size();
    }

    @Override
    public int getPeakSize() {
        return totals.snapshot().peakSize();
    }

    @Override
    public long getHits() {
        return totals.snapshot().hits();
    }

    @Override
    public long getMisses() {
        return totals.snapshot().misses();
    }

    @Override
    public long getAdoptions() {
        return totals.snapshot().adoptions();
    }

    @Override
    public long getContended() {
        return totals.snapshot().contended();
    }

    @Override
    public long getDivergent() {
        return totals.snapshot().divergent();
    }

    @Override
    public long getStale() {
        return totals.snapshot().stale();
    }

    @Override
    public Map<String, Long> getEvictionsByCause() {
        Map<String, Long> byName = new TreeMap<>();
        totals.snapshot().evictionsByCause().forEach((cause, count) -> byName.put(cause.name(), count));
        return byName;
    }

    @Override
    public long getFailedAdoptions() {
        return totals.snapshot().failedAdoptions();
    }

    @Override
    public long getStatementsRun() {
        return totals.snapshot().statementsRun();
    }

    @Override
    public long getStatementsSaved() {
        return totals.snapshot().statementsSaved();
    }
}
