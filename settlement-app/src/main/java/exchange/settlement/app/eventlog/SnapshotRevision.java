package exchange.settlement.app.eventlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells whether a snapshot was folded by the code that is running: a digest of the classes that make up an aggregate's state.
 * <p>
 * A state is its fields and its fold. Either may change between versions of the engine, and nobody remembers to count a revision
 * up; the classes themselves do not forget. After such a change the events are read once, and the next snapshot is good again.
 */
final class SnapshotRevision {

    private static final String OURS = "exchange.settlement.";

    private SnapshotRevision() {}

    /** The revision of an aggregate's snapshots: 16 hexadecimal digits. */
    static String of(Class<?> aggregate) {
        var classes = new TreeSet<Class<?>>(Comparator.comparing(Class::getName));
        Arrays.stream(aggregate.getDeclaredFields()).filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(Field::getGenericType).forEach(type -> gather(type, classes));
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            classes.forEach(type -> digest.update(code(type)));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static void gather(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType generic) {
            gather(generic.getRawType(), found);
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> gather(argument, found));
        }
        if (!(type instanceof Class<?> own) || !own.getName().startsWith(OURS) || !found.add(own)) {
            return;
        }
        Arrays.stream(own.getNestMembers()).forEach(nested -> gather(nested, found));
        if (own.isSealed()) {
            Arrays.stream(own.getPermittedSubclasses()).forEach(permitted -> gather(permitted, found));
        }
        if (own.isRecord()) {
            Arrays.stream(own.getRecordComponents()).map(RecordComponent::getGenericType).forEach(part -> gather(part, found));
        }
    }

    private static byte[] code(Class<?> type) {
        var name = type.getName().substring(type.getPackageName().length() + 1) + ".class";
        try (var in = Objects.requireNonNull(type.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
