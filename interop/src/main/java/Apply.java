import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.repository.IRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Resource;
import org.opencds.cqf.fhir.cql.EvaluationSettings;
import org.opencds.cqf.fhir.cr.plandefinition.PlanDefinitionProcessor;
import org.opencds.cqf.fhir.utility.client.TerminologyServerClientSettings;
import org.opencds.cqf.fhir.utility.monad.Eithers;
import org.opencds.cqf.fhir.utility.repository.InMemoryFhirRepository;

/** Applies the plan to records, as a FHIR server with clinical reasoning would. */
final class Apply {
  private Apply() {}

  /** Writes a CarePlan for each record; says whether the engine met no error in any. */
  static boolean run(List<Path> artifacts, List<Path> records, String day, Path plans)
      throws IOException {
    FhirContext context = FhirContext.forR4Cached();
    IParser parser = context.newJsonParser().setPrettyPrint(true);
    Bundle knowledge = new Bundle();
    for (Path file : artifacts) knowledge.addEntry().setResource(read(parser, file));
    String plan =
        knowledge.getEntry().stream()
            .filter(entry -> entry.getResource() instanceof PlanDefinition)
            .map(entry -> "PlanDefinition/" + entry.getResource().getIdPart())
            .findFirst()
            .orElseThrow();
    // Libraries are compiled once for all records.
    EvaluationSettings settings = EvaluationSettings.getDefault();
    Parameters parameters = new Parameters();
    parameters.addParameter().setName("Assessed on").setValue(new DateType(day));
    Files.createDirectories(plans);
    boolean good = true;
    for (Path file : records) {
      Bundle all = knowledge.copy();
      String subject = null;
      for (Bundle.BundleEntryComponent entry : ((Bundle) read(parser, file)).getEntry()) {
        all.addEntry().setResource(entry.getResource());
        if (entry.getResource().fhirType().equals("Patient")) {
          subject = "Patient/" + entry.getResource().getIdPart();
        }
      }
      IBaseResource made = apply(context, all, settings, plan, subject, parameters);
      String text = parser.encodeResourceToString(made);
      Files.writeString(plans.resolve(file.getFileName()), text);
      if (text.contains("\"OperationOutcome\"")) {
        good = false;
        System.out.println("error " + file + ": the engine says: " + diagnostics(text));
      }
    }
    System.out.println(records.size() + " plans applied");
    return good;
  }

  private static IBaseResource apply(
      FhirContext context,
      Bundle all,
      EvaluationSettings settings,
      String plan,
      String subject,
      Parameters parameters) {
    IRepository repository = new InMemoryFhirRepository(context, all);
    PlanDefinitionProcessor processor =
        new PlanDefinitionProcessor(
            repository, settings, new TerminologyServerClientSettings());
    return processor.apply(
        Eithers.forMiddle3(new IdType(plan)),
        subject,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        parameters,
        true,
        null,
        List.of(),
        (IRepository) null,
        null,
        null);
  }

  private static Resource read(IParser parser, Path file) throws IOException {
    return (Resource) parser.parseResource(Files.readString(file));
  }

  private static String diagnostics(String text) {
    return text.lines().filter(line -> line.contains("\"diagnostics\"")).toList().toString();
  }
}
