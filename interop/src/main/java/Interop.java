import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds what crampwise makes against software that knows nothing of it: HAPI's validator, and the
 * reference engine for applying plans.
 *
 * Arguments: the folder of the artifacts, the folder of records, the day of the assessments, and a
 * folder for the plans that the engine makes of them. Exit 0: all is valid. 1: something is not.
 */
public final class Interop {
  public static void main(String[] args) throws IOException {
    Path artifacts = Path.of(args[0]);
    List<Path> records = filesOf(Path.of(args[1]));
    Path plans = Path.of(args[3]);
    boolean applied = Apply.run(filesOf(artifacts), records, args[2], plans);
    List<Path> all = new ArrayList<>(filesOf(artifacts));
    all.addAll(records);
    all.addAll(filesOf(plans));
    boolean valid = Validate.run(all);
    System.exit(applied && valid ? 0 : 1);
  }

  /** The resources of a folder: what lies beside them is not FHIR. */
  private static List<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .filter(path -> path.getFileName().toString().matches("[A-Z0-9].*\\.json"))
          .sorted()
          .toList();
    }
  }
}
