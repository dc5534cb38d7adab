package exchange.settlement.app.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.catalogue.EventCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What events look like in the log, byte for byte: {@code golden/<name>.r<revision>.json}, the stored payload and a line feed.
 * <p>
 * A failure means that events already stored would be read or written differently. Then raise the revision of the event and add
 * an upcaster; the file of the old revision stays and must stay readable. For a new event or revision write the file on
 * purpose, with {@code -Dsettlement.golden.write=true}, and review it. Files that exist are never written over: to change one,
 * which only events that were never stored allow, delete it first.
 */
class GoldenEventsTest {

    private static final EventSerializer SERIALIZER = new EventSerializer();
    private static final Path GOLDEN = Path.of(System.getProperty("settlement.root"), "settlement-app/src/test/resources/golden");
    private static final Pattern FILE = Pattern.compile("(.+)\\.r(\\d+)\\.json");

    static List<SettlementEvent> samples() {
        return EventSamples.all();
    }

    /** Every golden file, those of earlier revisions too. */
    static List<String> files() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @BeforeAll
    static void write_missing_files_if_asked() throws IOException {
        if (Boolean.getBoolean("settlement.golden.write")) {
            Files.createDirectories(GOLDEN);
            for (var sample : samples()) {
                var file = GOLDEN.resolve(fileOf(sample.getClass()));
                if (Files.notExists(file)) {
                    Files.writeString(file, written(sample) + "\n");
                }
            }
        }
    }

    @Test
    void every_event_has_a_sample_and_a_golden_file() throws IOException {
        var events = EventCatalogue.all().values();
        assertThat(samples().stream().map(Object::getClass)).containsExactlyInAnyOrderElementsOf(List.copyOf(events));
        assertThat(files()).containsAll(events.stream().map(GoldenEventsTest::fileOf).toList());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void writing_gives_the_golden_bytes(SettlementEvent sample) throws IOException {
        assertThat(written(sample) + "\n").isEqualTo(golden(fileOf(sample.getClass())));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_fills_in_every_field(SettlementEvent sample) {
        assertThat(gaps(sample)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_golden_file_of_any_revision_can_be_read(String file) throws IOException {
        var name = FILE.matcher(file);
        assertThat(name.matches()).as(file).isTrue();
        var event = StoredEvents.read(SERIALIZER, EventUpcasters.chain(), name.group(1), name.group(2), golden(file))
                .getPayload();
        assertThat(event).isInstanceOf(SettlementEvent.class);
        sampleOf(file).ifPresent(sample -> assertThat(event).isEqualTo(sample));
    }

    /** The sample of a file, unless it is of an earlier revision, which upcasters may fill up with other values. */
    private static Optional<SettlementEvent> sampleOf(String file) {
        return samples().stream().filter(sample -> fileOf(sample.getClass()).equals(file)).findFirst();
    }

    private static String fileOf(Class<?> event) {
        var type = EventCatalogue.typeOf(event);
        return type.value() + ".r" + type.revision() + ".json";
    }

    private static String written(SettlementEvent event) {
        return new String(SERIALIZER.serialize(event, byte[].class).getData(), StandardCharsets.UTF_8);
    }

    private static String golden(String file) throws IOException {
        return Files.readString(GOLDEN.resolve(file));
    }

    /** Record components anywhere inside that hold nothing, so that their form would stay unproven. */
    private static Stream<String> gaps(Object value) {
        if (value instanceof Collection<?> many) {
            return many.isEmpty() ? Stream.of("an empty list") : many.stream().flatMap(GoldenEventsTest::gaps);
        }
        if (!value.getClass().isRecord()) {
            return Stream.empty();
        }
        return Stream.of(value.getClass().getRecordComponents()).flatMap(component -> {
            try {
                component.getAccessor().setAccessible(true);
                var held = component.getAccessor().invoke(value);
                return held == null ? Stream.of(component.toString()) : gaps(Objects.requireNonNull(held));
            } catch (ReflectiveOperationException failure) {
                throw new LinkageError(failure.getMessage(), failure);
            }
        });
    }
}
