package exchange.settlement.house;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** How sources are written. Each rule says what it finds in a file; nothing is good. */
final class TidyRules {

    private static final int LINES_PER_FILE = 300;
    private static final int LINES_PER_METHOD = 50;
    private static final Pattern LEFT_OVER = Pattern.compile("\\b(?:T[O]DO|F[I]XME|X[X]X)\\b");
    private static final Pattern MACHINE_PATH = Pattern.compile("(?<![\\w.])/(?:root|home|tmp)/");
    private static final Pattern FOREIGN_TO_LOAD = Pattern.compile("exchange\\.settlement\\.(?:app|projections)\\b");

    private TidyRules() {}

    /** Every rule by its name. */
    static Map<String, Function<SourceFile, List<String>>> all() {
        var rules = new LinkedHashMap<String, Function<SourceFile, List<String>>>();
        rules.put("files are short", TidyRules::longFile);
        rules.put("methods fit a screen", TidyRules::longMethods);
        rules.put("nothing is left over", file -> matches(file, LEFT_OVER));
        rules.put("no machine is named", file -> matches(file, MACHINE_PATH));
        rules.put("no tabs", file -> matches(file, Pattern.compile("\t")));
        rules.put("no Lombok", file -> matches(file, Pattern.compile("\\bl[o]mbok\\b")));
        rules.put("tests do not sleep", file -> file.main() ? List.of() : calls(file, "Thread.sleep"));
        // The ready message is the one thing that the engine says outside of its log; load tests are programs with an output.
        rules.put("the engine does not print", file -> !file.main() || loadTests(file)
                || file.name().equals("ReadyMessage.java") ? List.of()
                        : nodes(file, (_, tree) -> tree instanceof MemberSelectTree && tree.toString().equals("System.out")));
        rules.put("stack traces go to the log", file -> nodes(file, (_, tree) -> tree instanceof MethodInvocationTree call
                && call.getMethodSelect().toString().endsWith("printStackTrace")));
        rules.put("no test is skipped", file -> nodes(file, (_, tree) -> tree instanceof AnnotationTree annotation
                && annotation.getAnnotationType().toString().matches("(?:.*\\.)?Disabled")));
        rules.put("public types are documented", TidyRules::undocumented);
        // Reading a parameter may take an if; what a request leads to may not.
        rules.put("handlers of requests hold no if", file -> file.main() && file.name().endsWith("Controller.java")
                ? nodes(file, (_, tree) -> tree instanceof MethodTree method && isMapped(method) && hasIf(method))
                : List.of());
        rules.put("nothing floats", file -> file.main() && file.path().matches("(?:settlement-domain|projections)/.*")
                ? nodes(file, TidyRules::floats)
                : List.of());
        rules.put("load tests see the app from outside", file -> loadTests(file) ? matches(file, FOREIGN_TO_LOAD) : List.of());
        return rules;
    }

    /** Directories of packages that nothing describes. */
    static List<String> undescribedPackages(List<SourceFile> files) {
        var described = files.stream().filter(file -> file.name().equals("package-info.java")).map(TidyRules::packageOf)
                .toList();
        return files.stream().map(TidyRules::packageOf).distinct()
                .filter(name -> !described.contains(name) && !name.contains("/house/violations/")).toList();
    }

    private static String packageOf(SourceFile file) {
        return file.directory().replaceFirst("/src/(?:main|test)/", "/");
    }

    private static boolean isMapped(MethodTree method) {
        return method.getModifiers().getAnnotations().stream()
                .anyMatch(annotation -> annotation.getAnnotationType().toString().endsWith("Mapping"));
    }

    private static boolean hasIf(MethodTree method) {
        var found = new AtomicBoolean();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitIf(IfTree tree, @Nullable Void nothing) {
                found.set(true);
                return null;
            }
        }.scan(method, null);
        return found.get();
    }

    private static boolean loadTests(SourceFile file) {
        return file.path().startsWith("load-tests/");
    }

    private static List<String> longFile(SourceFile file) {
        long lines = file.text().lines().count();
        return lines > LINES_PER_FILE ? List.of(file.path() + " has " + lines + " lines") : List.of();
    }

    private static List<String> longMethods(SourceFile file) {
        return nodes(file, (parsed, tree) -> tree instanceof MethodTree && parsed.lines(tree) > LINES_PER_METHOD);
    }

    private static List<String> undocumented(SourceFile file) {
        if (!file.main()) {
            return List.of();
        }
        var parsed = file.parse();
        var found = new ArrayList<String>();
        scan(parsed, path -> {
            if (path.getLeaf() instanceof ClassTree type && isPublic(path, type)
                    && parsed.trees().getDocComment(path) == null) {
                found.add(file.path() + ": " + type.getSimpleName());
            }
        });
        return found;
    }

    private static boolean isPublic(TreePath path, ClassTree type) {
        boolean inInterface = path.getParentPath().getLeaf() instanceof ClassTree outer && outer.getKind() == Tree.Kind.INTERFACE
                && !type.getModifiers().getFlags().contains(Modifier.PRIVATE);
        return inInterface || type.getModifiers().getFlags().contains(Modifier.PUBLIC);
    }

    private static boolean floats(SourceFile.Parsed parsed, Tree tree) {
        return (tree instanceof PrimitiveTypeTree type
                && (type.getPrimitiveTypeKind() == TypeKind.FLOAT || type.getPrimitiveTypeKind() == TypeKind.DOUBLE))
                || tree.getKind() == Tree.Kind.DOUBLE_LITERAL || tree.getKind() == Tree.Kind.FLOAT_LITERAL;
    }

    private static List<String> calls(SourceFile file, String method) {
        return nodes(file, (_, tree) -> tree instanceof MethodInvocationTree call
                && call.getMethodSelect().toString().endsWith(method));
    }

    private static List<String> matches(SourceFile file, Pattern pattern) {
        var lines = file.text().lines().toList();
        return Stream.iterate(0, n -> n < lines.size(), n -> n + 1).filter(n -> pattern.matcher(lines.get(n)).find())
                .map(n -> file.path() + ":" + (n + 1) + ": " + lines.get(n).strip()).toList();
    }

    private static List<String> nodes(SourceFile file, BiPredicate<SourceFile.Parsed, Tree> wrong) {
        var parsed = file.parse();
        var found = new ArrayList<String>();
        Predicate<Tree> test = tree -> wrong.test(parsed, tree);
        scan(parsed, path -> {
            if (test.test(path.getLeaf())) {
                found.add(file.path() + ":" + parsed.lineOf(path.getLeaf()) + ": "
                        + path.getLeaf().toString().lines().filter(line -> !line.isBlank()).findFirst().orElse(""));
            }
        });
        return found;
    }

    private static void scan(SourceFile.Parsed parsed, Consumer<TreePath> visit) {
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
                if (tree != null && getCurrentPath() != null) {
                    visit.accept(new TreePath(getCurrentPath(), tree));
                }
                return super.scan(tree, null);
            }
        }.scan(new TreePath(parsed.unit()), null);
    }
}
