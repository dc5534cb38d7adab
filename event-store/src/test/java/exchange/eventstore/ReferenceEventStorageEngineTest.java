package exchange.eventstore;

class ReferenceEventStorageEngineTest extends EventStorageEngineConformance {

    @Override
    GaplessEventStorageEngine open(MutableClock recordingClock) {
        return new ReferenceEventStorageEngine(recordingClock);
    }
}
