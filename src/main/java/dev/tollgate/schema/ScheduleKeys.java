package dev.tollgate.schema;

import static dev.tollgate.schema.Draft.string;

/** The keys of an entry of {@code functions.<name>.schedules}. */
public enum ScheduleKeys implements Key {
    EXPRESSION(string().mandatory()
            .changeable()
            .within(EventLimits.SCHEDULE)
            .about("when it is called, as EventBridge Scheduler writes it")),
    TIME_ZONE(string().byDefault("UTC")
            .changeable()
            .within(EventLimits.TIME_ZONE)
            .about("where `cron()` tells the time"));

    private final Attribute attribute;

    ScheduleKeys(Draft draft) {
        attribute = draft.of(this);
    }

    @Override
    public Attribute attribute() {
        return attribute;
    }

    @Override
    public String toString() {
        return word();
    }
}
