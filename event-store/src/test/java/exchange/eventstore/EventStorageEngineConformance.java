package exchange.eventstore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every {@link GaplessEventStorageEngine} must do. Extend it for an engine, and say how to open an empty one. */
abstract class EventStorageEngineConformance
        implements
            RecordingConformance,
            CommandConformance,
            ConditionConformance,
            ReadingConformance {

    private final MutableClock clock = new MutableClock();
    private EngineUnderTest subject;

    /** An engine with an empty log, which reads 7 stored events at a time where it reads in batches. */
    abstract GaplessEventStorageEngine open(MutableClock recordingClock) throws Exception;

    @BeforeEach
    void openEmptyLog() throws Exception {
        subject = new EngineUnderTest(open(clock), clock);
    }

    @AfterEach
    void closeLog() {
        subject.close();
    }

    @Override
    public EngineUnderTest subject() {
        return subject;
    }
}
